namespace GuidelineBench.Core.Results;

/// <summary>A run that went on for a given time, so that its beginning can be compared with its end.</summary>
/// <param name="Seconds">From the start of the first round to the end of the last.</param>
/// <param name="WindowSeconds">Length of the beginning and of the end that are compared.</param>
/// <param name="FirstRounds">Rounds that started in the first window.</param>
/// <param name="LastRounds">Rounds that started in the last window.</param>
public sealed record SustainedRun(double Seconds, double WindowSeconds, int FirstRounds, int LastRounds);

/// <summary>A cell at the beginning and at the end of a sustained run.</summary>
/// <param name="FirstNs">Median of the medians of the rounds in the first window, nanoseconds per forward pass.</param>
/// <param name="LastNs">The same of the last window.</param>
public sealed record SustainedTimes(double FirstNs, double LastNs);
