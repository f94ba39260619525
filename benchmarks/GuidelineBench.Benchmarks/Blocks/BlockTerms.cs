using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Blocks;

/// <summary>How long a run goes on with blocks.</summary>
/// <param name="TimeLeft">Until the last sample has to be in.</param>
/// <param name="IsDecided">Whether a run that ended with these blocks would leave nothing open; asked after <see cref="BlockLooks.After"/> blocks alone.</param>
public sealed record BlockTerms(Func<TimeSpan> TimeLeft, Func<ResultFile, bool> IsDecided);
