namespace GuidelineBench.Execution.Backends;

/// <summary>How the operators of a forward pass are started on a device with a queue.</summary>
public enum LaunchMode
{
    /// <summary>One after the other, each by a call of its own.</summary>
    Stream,

    /// <summary>Recorded once, then started all together. What then remains of the cost of many operators is not due to starting them.</summary>
    Graph,
}
