using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Documents;

/// <summary>What a section is made of: one of the records of this folder.</summary>
public interface IBlock;

public sealed record Paragraph(Text Text, ParagraphKind Kind = ParagraphKind.Plain) : IBlock
{
    public static Paragraph Key(string sentences) => new(sentences, ParagraphKind.Key);
}

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

/// <summary>Items without an order; no items are no list.</summary>
public sealed record BulletList(ImmutableArray<Text> Items, ListKind Kind = ListKind.Plain) : IBlock
{
    public static BulletList Of(IEnumerable<string> items, ListKind kind = ListKind.Plain) => new([.. items.Select(item => (Text)item)], kind);
}

public enum ListKind
{
    Plain,
    /// <summary>What matters most, at the head of a page.</summary>
    News,
    /// <summary>Remarks under a table.</summary>
    Notes,
}

/// <summary>Parts a section, one level below its heading.</summary>
public sealed record Heading(string Words) : IBlock;

public sealed record Facts(ImmutableArray<(string Name, string Value)> Pairs) : IBlock;

/// <summary>A chart with its finding: the model alone, drawn by exporters.</summary>
public sealed record Figure(IChart Chart) : IBlock
{
    [return: NotNullIfNotNull(nameof(chart))]
    public static Figure? Of(IChart? chart) => chart is null ? null : new Figure(chart);
}

/// <summary>Verdicts side by side, the first thing on a page. In Markdown the lines of a document's head say the same.</summary>
public sealed record Cards(string Name, ImmutableArray<Card> All) : IBlock;

/// <summary>One guideline and how it came out.</summary>
/// <param name="Subject">Which guideline.</param>
/// <param name="Advice">What it says, in a few words.</param>
/// <param name="Verdict">Null where nothing was measured.</param>
/// <param name="Effect">What the verdict rests on; null with it.</param>
public sealed record Card(string Subject, string Advice, Verdict? Verdict, RatioEstimate? Effect, ImmutableArray<IBlock> Blocks)
{
    /// <summary>By what it came out so, where engines stand beside it; null where nothing does.</summary>
    public string? By { get; init; }

    /// <summary>How it came out in engines beside the kernels that the card is about.</summary>
    public ImmutableArray<CardWord> Engines { get; init; } = [];
}

/// <param name="Where">E.g. <c>ONNX Runtime 1.31.1</c>.</param>
/// <param name="RestsOn">What the word rests on, e.g. <c>layout</c>; null: nothing of its own.</param>
/// <param name="Sentence">Which part is the machine's, which the engine's, and why.</param>
public sealed record CardWord(string Where, Verdict Verdict, string? RestsOn, RatioEstimate? Effect, string Sentence);
