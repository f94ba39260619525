namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Something that makes a measurement doubtful.</summary>
/// <param name="Sentence">What it is, as stored in the result file.</param>
/// <param name="Advice">What can be done about it, one sentence.</param>
public sealed record ConditionFlag(string Sentence, string Advice);
