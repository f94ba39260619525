namespace GuidelineBench.Reporting.Charts;

/// <summary>A network's run-time split as it is shown.</summary>
/// <param name="Part">What it stands under: its level, or whose figures these are.</param>
/// <param name="Launches">Operators started per forward pass; null where that is not known.</param>
/// <param name="Network">Null for one that the paper prints.</param>
/// <param name="IsDrawn">Whether it has a bar; every one stands in the table.</param>
public sealed record NetworkSplit(
    string Part, string Name, OperatorShares Shares, int? Launches, MeasuredNetwork? Network, bool IsDrawn = true);
