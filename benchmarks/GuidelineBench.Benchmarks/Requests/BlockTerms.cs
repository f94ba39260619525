using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>How long a run goes on with blocks.</summary>
/// <param name="TimeLeft">Until the last sample has to be in.</param>
/// <param name="Open">Experiments and scales that a run would leave open that ended with these blocks: with none it ends; asked after <see cref="BlockLooks.After"/> blocks alone.</param>
public sealed record BlockTerms(Func<TimeSpan> TimeLeft, Func<ResultFile, IReadOnlySet<(string Experiment, string Scale)>> Open);
