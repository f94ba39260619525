namespace GuidelineBench.Execution.Threads;

/// <summary>A thread cannot be tied to a processor; the message is one line for the user.</summary>
public sealed class AffinityException(string message) : Exception(message);
