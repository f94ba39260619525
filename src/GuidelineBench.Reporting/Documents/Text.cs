using System.Collections;
using System.Collections.Immutable;
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
