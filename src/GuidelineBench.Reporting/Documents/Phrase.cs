namespace GuidelineBench.Reporting.Documents;

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
