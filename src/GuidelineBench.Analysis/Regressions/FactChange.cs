namespace GuidelineBench.Analysis.Regressions;

/// <summary>A fact that is not what it was, or not what it may be.</summary>
/// <param name="Baseline">As the file has it, numbers without separators; for <see cref="FactKind.MaxError"/> the limit.</param>
/// <param name="Now">Null where the new file does not say.</param>
/// <param name="Regressed">Whether it fails the gate; else it is worth a line.</param>
public sealed record FactChange(FactKind Kind, string Baseline, string? Now, bool Regressed);

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
