namespace GuidelineBench.Reporting.Documents;

/// <summary>One sentence or several.</summary>
public sealed record Paragraph(Text Text, ParagraphKind Kind = ParagraphKind.Plain) : IBlock
{
    public static Paragraph Key(string sentences) => new(sentences, ParagraphKind.Key);
}

/// <summary>What a paragraph is for.</summary>
public enum ParagraphKind
{
    Plain,

    /// <summary>The one that is read first.</summary>
    Lead,

    /// <summary>An aside to the facts of a run.</summary>
    Small,

    /// <summary>How to read the table or picture before it.</summary>
    Key,
}
