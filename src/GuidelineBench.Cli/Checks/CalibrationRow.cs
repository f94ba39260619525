namespace GuidelineBench.Cli.Checks;

/// <summary>What a calibration says about one row.</summary>
/// <param name="SpreadPercent">Deviation of the row's time between runs, beside the others; null where a run has no time of it.</param>
/// <param name="OneRunPercent">The smallest slowdown that one run of as many rounds shows.</param>
/// <param name="ThreeRunsPercent">The same of three runs together.</param>
internal sealed record CalibrationRow(
    string Experiment, string Row, string? Scale, string Variant, string? Execution, double? SpreadPercent, double? OneRunPercent, double? ThreeRunsPercent);
