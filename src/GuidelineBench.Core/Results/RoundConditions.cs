namespace GuidelineBench.Core.Results;

/// <summary>The machine at the borders of one round.</summary>
/// <param name="ClockMHz">At the start, measured from a chain of dependent additions, one per cycle; null where it was not measured.</param>
/// <param name="TemperatureC">At the start, the hottest sensor; null where the system shows none.</param>
/// <param name="StartedSeconds">Time since the first round began; null in a run that was interrupted before.</param>
/// <param name="EndClockMHz">At the end, before a pause.</param>
/// <param name="EndTemperatureC">At the end, before a pause.</param>
/// <param name="FmaGflops">
/// What the multiply-add chains of the ceiling reached between the round's cells, the median of short trials, 2 per multiply-add,
/// 10^9 per second: what the cores gave at that time, where the ceiling is the most they ever gave. Null where it was not measured.
/// </param>
public sealed record RoundConditions(
    double? ClockMHz,
    double? TemperatureC,
    double? StartedSeconds = null,
    double? EndClockMHz = null,
    double? EndTemperatureC = null,
    double? FmaGflops = null);
