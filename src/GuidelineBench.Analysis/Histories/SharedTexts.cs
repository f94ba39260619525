using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Histories;

/// <summary>Keeps equal texts and keys of many runs once. Not <see cref="string.Intern"/>, which keeps them for ever.</summary>
public sealed class SharedTexts
{
    private readonly HashSet<string> texts = [];

    private readonly HashSet<CellKey> keys = [];

    [return: NotNullIfNotNull(nameof(text))]
    internal string? Shared(string? text)
    {
        if (text is null)
            return null;
        if (texts.TryGetValue(text, out string? known))
            return known;
        texts.Add(text);
        return text;
    }

    internal CellKey Shared(CellKey key)
    {
        if (keys.TryGetValue(key, out CellKey? known))
            return known;
        keys.Add(key);
        return key;
    }

    internal PastRun Shared(PastRun facts) => facts with
    {
        Version = Shared(facts.Version),
        Commit = Shared(facts.Commit),
        Runtime = Shared(facts.Runtime),
        Os = Shared(facts.Os),
        Governor = Shared(facts.Governor),
        Flags = [.. facts.Flags.Select(flag => Shared(flag))],
    };
}
