using System.Globalization;

namespace GuidelineBench.Core.Networks.Descriptions;

/// <summary>One line of a description: the operation, numbers behind it, and <c>key=value</c> and single words in any order.</summary>
internal sealed class DescribedLine
{
    private readonly List<DescribedWord> numbers = [];
    private readonly Dictionary<string, DescribedWord> values = [];
    private readonly Dictionary<string, DescribedWord> flags = [];

    /// <param name="words">One or more.</param>
    public DescribedLine(IReadOnlyList<DescribedWord> words)
    {
        Operation = words[0];
        foreach (DescribedWord word in words.Skip(1))
        {
            int equals = word.Text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                Keep(values, word.Text[..equals], word.After(equals + 1), word);
            else if (char.IsAsciiDigit(word.Text[0]))
                numbers.Add(word);
            else
                Keep(flags, word.Text, word, word);
        }
    }

    public DescribedWord Operation { get; }

    /// <summary>Takes the next number behind the operation.</summary>
    /// <param name="what">What it stands for, in messages.</param>
    public DescribedWord Positional(string what)
    {
        if (numbers.Count == 0)
            throw Operation.Refuse($"{Operation.Text} lacks {what}");
        DescribedWord word = numbers[0];
        numbers.RemoveAt(0);
        return word;
    }

    public bool Flag(string name) => flags.Remove(name);

    public DescribedWord? Value(string key) => values.Remove(key, out DescribedWord word) ? word : null;

    public int Number(string key, int otherwise, int least, int most) => Value(key) is { } word ? Number(word, key, least, most) : otherwise;

    public static int Number(DescribedWord word, string what, int least, int most) =>
        int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw word.Refuse(FormattableString.Invariant($"{what} is '{Short(word.Text)}'; {least} to {most} is allowed"));

    /// <summary>What nobody took is wrong.</summary>
    /// <param name="allowed">What the operation takes.</param>
    public void RefuseRest(string allowed)
    {
        DescribedWord[] rest = [.. numbers, .. flags.Values, .. values.Select(value => value.Value with { Text = value.Key, Column = value.Value.Column - value.Key.Length - 1 })];
        if (rest.Length > 0)
        {
            DescribedWord first = rest.MinBy(word => word.Column);
            throw first.Refuse($"{Operation.Text} does not take '{Short(first.Text)}'; allowed: {allowed}");
        }
    }

    /// <summary>A word for a message: short, and without characters that break a line.</summary>
    public static string Short(string text)
    {
        string plain = new([.. text.Take(MostShown).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' ? '?' : letter)]);
        return text.Length > MostShown ? plain + "..." : plain;
    }

    private const int MostShown = 40;

    private static void Keep(Dictionary<string, DescribedWord> words, string key, DescribedWord value, DescribedWord whole)
    {
        if (!words.TryAdd(key, value))
            throw whole.Refuse($"'{Short(key)}' stands twice on this line; once is allowed");
    }
}

/// <summary>A word of a description and where it stands.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
internal readonly record struct DescribedWord(string Text, int Line, int Column)
{
    public DescriptionException Refuse(string message, Exception? inner = null) => new(Line, Column, message, inner);

    /// <summary>The part behind the first <paramref name="characters"/>, at its own column.</summary>
    public DescribedWord After(int characters) => this with { Text = Text[characters..], Column = Column + characters };
}

/// <summary>A text describes no network; the message is one line: what is wrong and what is allowed.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in characters.</param>
public sealed class DescriptionException(int line, int column, string message, Exception? inner = null) : Exception(message, inner)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
