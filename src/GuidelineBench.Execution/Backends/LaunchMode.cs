using System.Collections.Immutable;

namespace GuidelineBench.Execution.Backends;

/// <summary>How the operators of a forward pass are started on a device with a queue.</summary>
public enum LaunchMode
{
    /// <summary>One after the other, each by a call of its own.</summary>
    Stream,

    /// <summary>Recorded once, then started all together. What then remains of the cost of many operators is not due to starting them.</summary>
    Graph,
}

/// <summary>The names of <see cref="LaunchMode"/> in options and result files.</summary>
public static class LaunchModes
{
    public static ImmutableArray<LaunchMode> All { get; } = [LaunchMode.Stream, LaunchMode.Graph];

    public static string Label(this LaunchMode mode) => mode == LaunchMode.Stream ? "stream" : "graph";

    /// <returns>Whether <paramref name="label"/> names a mode.</returns>
    public static bool TryParse(string label, out LaunchMode mode)
    {
        mode = label == LaunchMode.Graph.Label() ? LaunchMode.Graph : LaunchMode.Stream;
        return label == mode.Label();
    }
}
