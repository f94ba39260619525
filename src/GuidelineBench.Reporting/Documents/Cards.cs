namespace GuidelineBench.Reporting.Documents;

/// <summary>Verdicts side by side, the first thing on a page. In Markdown the lines of a document's head say the same.</summary>
public sealed record Cards(string Name, ImmutableArray<Card> All) : IBlock;

/// <summary>One guideline and how it came out.</summary>
/// <param name="Subject">Which guideline.</param>
/// <param name="Advice">What it says, in a few words.</param>
/// <param name="Verdict">Null where nothing was measured.</param>
/// <param name="Effect">What the verdict rests on; null with it.</param>
public sealed record Card(string Subject, string Advice, Verdict? Verdict, RatioEstimate? Effect, ImmutableArray<IBlock> Blocks);
