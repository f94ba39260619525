using System.Collections.Immutable;

namespace GuidelineBench.Core.Networks.Groups;

/// <summary>A table of the paper: its rows with the names of the cases that are run for them.</summary>
internal sealed record GroupTable(string Name, string Title, ImmutableArray<(string Case, PaperRow Row)> Members);
