namespace GuidelineBench.Core.Results;

/// <summary>The machine at the start of one round.</summary>
/// <param name="ClockMHz">Measured from a chain of dependent additions, one per cycle; null where it was not measured.</param>
/// <param name="TemperatureC">Hottest sensor; null where the system shows none.</param>
public sealed record RoundConditions(double? ClockMHz, double? TemperatureC);
