namespace GuidelineBench.Benchmarks.Requests;

/// <summary>A run cannot be made as asked for; the message is one line for the user.</summary>
public sealed class RunException(string message, Exception? inner = null) : Exception(message, inner);
