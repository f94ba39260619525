namespace GuidelineBench.Cli.Checks;

/// <summary>One row of <c>check --format json</c>.</summary>
/// <param name="Scale">Null for networks, as setting.</param>
/// <param name="Verdict">Of the time: same, faster, slower or cannot tell.</param>
/// <param name="Regressed">By its time, by a fact, or because it has no time any more.</param>
/// <param name="ChangePercent">Of the time, above 0 is slower; null where it was not judged, as the next two.</param>
/// <param name="UpperPercent">A slowdown above this is excluded.</param>
/// <param name="VisiblePercent">The smallest slowdown that would be found.</param>
/// <param name="PlanDiffers">Layouts and tiles are others than in the baseline.</param>
internal sealed record CheckRow(
    string Experiment,
    string Row,
    string? Scale,
    string? Setting,
    string Backend,
    string? Device,
    int Threads,
    int Batch,
    string Variant,
    string? Execution,
    string Verdict,
    string Reason,
    bool Regressed,
    double? ChangePercent,
    double? UpperPercent,
    double? VisiblePercent,
    bool PlanDiffers);
