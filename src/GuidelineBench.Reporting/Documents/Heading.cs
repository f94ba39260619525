namespace GuidelineBench.Reporting.Documents;

/// <summary>Parts a section, one level below its heading.</summary>
public sealed record Heading(string Words) : IBlock;
