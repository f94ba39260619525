namespace GuidelineBench.Core.Results;

/// <summary>A cell at the beginning and at the end of a sustained run.</summary>
/// <param name="FirstNs">Median of the medians of the rounds in the first window, nanoseconds per forward pass.</param>
/// <param name="LastNs">The same of the last window.</param>
public sealed record SustainedTimes(double FirstNs, double LastNs);
