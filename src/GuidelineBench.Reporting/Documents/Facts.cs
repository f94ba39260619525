namespace GuidelineBench.Reporting.Documents;

/// <summary>Pairs of name and value.</summary>
public sealed record Facts(ImmutableArray<(string Name, string Value)> Pairs) : IBlock;
