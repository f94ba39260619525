namespace GuidelineBench.Analysis.Effects;

/// <summary>Values of a cell's execution that the analysis knows.</summary>
public static class Executions
{
    /// <summary>Each layer's output is complete in memory before the next layer reads it.</summary>
    public const string Layer = "layer";

    /// <summary>Runs of layers are carried through tile by tile.</summary>
    public const string DepthFirst = "depth-first";

    /// <summary>Whether a cell was run layer by layer; so is one that does not say how.</summary>
    public static bool IsLayer(string? execution) => execution is null or Layer;
}
