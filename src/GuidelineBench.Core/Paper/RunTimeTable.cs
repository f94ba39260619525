using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Figure 2: how the run time of two networks splits by operator class.</summary>
public sealed record RunTimeTable(ImmutableArray<RunTimeSplit> Rows);
