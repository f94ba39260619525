namespace GuidelineBench.Benchmarks.Memory;

/// <summary>A run does not fit in memory; the message is one line for the user, with what is needed and what is free.</summary>
public sealed class NotEnoughMemoryException(string message) : Exception(message);
