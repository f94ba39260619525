namespace GuidelineBench.Core.Networks.Descriptions;

/// <summary>A word of a description and where it stands.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
internal readonly record struct DescribedWord(string Text, int Line, int Column)
{
    public DescriptionException Refuse(string message, Exception? inner = null) => new(Line, Column, message, inner);

    /// <summary>The part behind the first <paramref name="characters"/>, at its own column.</summary>
    public DescribedWord After(int characters) => this with { Text = Text[characters..], Column = Column + characters };
}
