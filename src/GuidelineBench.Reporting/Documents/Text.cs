using System.Collections;
using System.Runtime.CompilerServices;

namespace GuidelineBench.Reporting.Documents;

/// <summary>Words in a row: a string, or phrases of several kinds (<c>["To repeat: ", Phrase.Code(command)]</c>).</summary>
[CollectionBuilder(typeof(Text), nameof(Of))]
public readonly struct Text : IEnumerable<Phrase>
{
    private readonly ImmutableArray<Phrase> phrases;

    private Text(ImmutableArray<Phrase> phrases) => this.phrases = phrases;

    /// <summary>Without kinds; a break is a space.</summary>
    public string Plain => string.Concat(this.Select(phrase => phrase.Kind == PhraseKind.Break ? " " : phrase.Words));

    public static Text Of(ReadOnlySpan<Phrase> phrases) => new([.. phrases]);

    public IEnumerator<Phrase> GetEnumerator() => (phrases.IsDefault ? [] : phrases).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static implicit operator Text(string words) => words.Length == 0 ? default : [words];
    public static implicit operator Text(Phrase phrase) => [phrase];
}

/// <summary>Words of one kind; text of a file is words too, never markup.</summary>
/// <param name="Target">Of a link: an id of the page after <c>#</c>, or a file beside it.</param>
public readonly record struct Phrase(string Words, PhraseKind Kind = PhraseKind.Plain, string Target = "")
{
    public static Phrase Break { get; } = new("", PhraseKind.Break);
    public static Phrase Strong(string words) => new(words, PhraseKind.Strong);
    public static Phrase Quiet(string words) => new(words, PhraseKind.Quiet);
    public static Phrase Code(string words) => new(words, PhraseKind.Code);
    public static Phrase Link(string words, string target) => new(words, PhraseKind.Link, target);
    public static implicit operator Phrase(string words) => new(words);
}

/// <summary>How words stand out from those around them.</summary>
public enum PhraseKind
{
    Plain,
    Strong,
    Quiet,
    Code,
    Link,
    /// <summary>What follows begins a new line.</summary>
    Break,
}
