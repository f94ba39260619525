namespace GuidelineBench.Analysis.Histories;

/// <summary>What can differ between the runs on both sides of a change.</summary>
public enum DifferenceKind
{
    Version,

    Commit,

    Runtime,

    System,

    Governor,

    PinnedCores,

    /// <summary>The layouts and tiles of the row's own plan.</summary>
    Plan,

    /// <summary>The row's own multiply-adds, so the graph.</summary>
    MultiplyAdds,

    /// <summary>A doubt about the machine that only one side has.</summary>
    Flag,
}
