namespace GuidelineBench.Analysis.Rooflines;

/// <summary>Which measured limit of the machine is nearest to a cell.</summary>
public enum Bound
{
    /// <summary>The file lacks a ceiling, or no ceiling is near.</summary>
    Unknown,

    /// <summary>The multiply-add rate.</summary>
    Compute,

    /// <summary>The bandwidth of a cache or of memory.</summary>
    Memory,

    /// <summary>The cost of starting operators.</summary>
    Launch,
}
