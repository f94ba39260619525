namespace GuidelineBench.Reporting.Documents;

/// <summary>A whole report.</summary>
/// <param name="Title">Of the window, and of the summary.</param>
/// <param name="Heading">Of the page: the question that it answers, or what it shows.</param>
/// <param name="Lines">What matters most, a line each: a summary begins with them, and the command prints them.</param>
public sealed record Document(string Title, string Heading, ImmutableArray<Text> Lines)
{
    /// <summary>A link to the page above; empty for none.</summary>
    public Text Back { get; init; }

    /// <summary>Before the first section.</summary>
    public ImmutableArray<IBlock> Head { get; init; } = [];

    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Where the data and the paper are.</summary>
    public Text Footer { get; init; }
}
