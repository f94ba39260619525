namespace GuidelineBench.Reporting.Documents;

/// <summary>One sentence or several.</summary>
public sealed record Paragraph(Text Text, ParagraphKind Kind = ParagraphKind.Plain) : IBlock
{
    public static Paragraph Key(string sentences) => new(sentences, ParagraphKind.Key);
}
