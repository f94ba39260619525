namespace GuidelineBench.Analysis.Regressions;

/// <summary>What of a row is compared exactly.</summary>
public enum FactKind
{
    Graph,
    Weights,
    Input,
    MultiplyAdds,
    MemoryAccess,
    Launches,
    AllocatedBytes,
    MaxError,
    Plan,
}
