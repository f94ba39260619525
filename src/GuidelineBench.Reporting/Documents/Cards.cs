using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Documents;

/// <summary>Verdicts side by side, the first thing on a page. In Markdown the lines of a document's head say the same.</summary>
public sealed record Cards(string Name, ImmutableArray<Card> All) : IBlock;
