namespace GuidelineBench.Benchmarks.Ceilings;

/// <summary>How much memory each thread streams through to see one level.</summary>
/// <param name="Level"><c>L1</c>, <c>L2</c>, <c>L3</c> or <c>memory</c>.</param>
internal sealed record WorkingSet(string Level, long BytesPerThread);
