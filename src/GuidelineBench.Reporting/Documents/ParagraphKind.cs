namespace GuidelineBench.Reporting.Documents;

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
