namespace GuidelineBench.Fuzzing.Targets;

/// <summary>A parser did not do what it promises.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
