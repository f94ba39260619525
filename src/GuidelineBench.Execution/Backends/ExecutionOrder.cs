namespace GuidelineBench.Execution.Backends;

/// <summary>In which order the parts of a network are computed.</summary>
public enum ExecutionOrder
{
    /// <summary>As in the paper: each layer's output is complete in memory before the next layer reads it.</summary>
    Layer,

    /// <summary>
    /// Runs of layers are carried through tile by tile, so that what lies between them stays in cache. Every
    /// multiply-add is executed all the same. What then remains of a guideline is not due to memory traffic between layers.
    /// </summary>
    DepthFirst,
}
