namespace GuidelineBench.Reporting.Documents;

/// <param name="Title">Of the window, and of the summary.</param>
/// <param name="Heading">Of the page: the question that it answers, or what it shows.</param>
/// <param name="Lines">What matters most, a line each: a summary begins with them, and the command prints them.</param>
public sealed record Document(string Title, string Heading, ImmutableArray<Text> Lines)
{
    /// <summary>A link to the page above; empty for none.</summary>
    public Text Back { get; init; }

    public ImmutableArray<IBlock> Head { get; init; } = [];

    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Where the data and the paper are.</summary>
    public Text Footer { get; init; }
}

/// <summary>A part of a report under one heading: data that exporters write as HTML and Markdown.</summary>
/// <param name="id">Unique on the page.</param>
/// <param name="heading">The finding, or the question that the section answers.</param>
/// <param name="blocks">From the top; nulls are left out, so that a block that has nothing to show need not be asked for twice.</param>
public sealed class Section(string id, string heading, params IEnumerable<IBlock?> blocks)
{
    public string Id => id;
    public string Heading => heading;

    /// <summary>Above the heading: the table of the paper, or what was measured; empty for none.</summary>
    public string Tag { get; init; } = "";

    public ImmutableArray<IBlock> Blocks { get; } = [.. blocks.OfType<IBlock>()];

    /// <summary>Below the blocks, one level deeper.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    public SummaryPart Summary { get; init; }
}

/// <summary>How much of a section a summary has.</summary>
public enum SummaryPart
{
    Whole,
    /// <summary>Its sentences, and the findings of its charts, without tables.</summary>
    Findings,
    Nothing,
}
