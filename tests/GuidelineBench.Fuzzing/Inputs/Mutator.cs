using System.Collections.Immutable;
using System.Text;

namespace GuidelineBench.Fuzzing.Inputs;

/// <summary>
/// Makes inputs that are nearly valid: a sample with a few changes of bits, bytes and words. Accepted inputs become
/// samples themselves, so that changes add up. Equal seeds give equal inputs.
/// </summary>
internal sealed class Mutator
{
    /// <summary>Inputs stay below this length, so that what a parser allocates can be bounded.</summary>
    public const int LongestInput = 1 << 16;

    private const int MostChanges = 6, MostGrownSamples = 256;

    private readonly Random random;
    private readonly ImmutableArray<byte[]> samples;
    private readonly ImmutableArray<string> words;
    private readonly List<byte[]> grown = [];

    /// <param name="words">Of the notation that the samples are written in.</param>
    public Mutator(ImmutableArray<byte[]> samples, ImmutableArray<string> words, int seed)
    {
        random = new Random(seed);
        this.samples = samples;
        this.words = [.. words, .. Extremes.Words];
    }

    public byte[] Next()
    {
        byte[] input = AnySample();
        for (int changes = random.Next(2) == 0 ? 1 : random.Next(2, MostChanges + 1); changes > 0; changes--)
            input = Changed(input);
        return input.Length <= LongestInput ? input : input[..LongestInput];
    }

    /// <summary>Makes an accepted input a sample, in place of an earlier one when there are many.</summary>
    public void Grow(byte[] input)
    {
        if (grown.Count < MostGrownSamples)
            grown.Add(input);
        else
            grown[random.Next(grown.Count)] = input;
    }

    private byte[] AnySample() =>
        grown.Count > 0 && random.Next(2) == 0 ? grown[random.Next(grown.Count)] : samples[random.Next(samples.Length)];

    private byte[] Changed(byte[] input) => random.Next(16) switch
    {
        0 or 1 => WithBitFlipped(input),
        2 => WithByte(input),
        3 => input[..random.Next(input.Length + 1)],
        4 => WithoutRange(input),
        5 => WithRangeRepeated(input),
        6 => Spliced(input, AnySample()),
        7 => Inserted(input, Extremes.Bytes[random.Next(Extremes.Bytes.Length)]),
        8 => Inserted(input, Encoding.UTF8.GetBytes(AnyWord())),
        9 => Inserted(input, Nesting()),
        10 => Inserted(input, LongText()),
        11 => WithTokensSwapped(input),
        12 => WithDigitsChanged(input),
        _ => WithTokenReplaced(input),
    };

    private byte[] WithBitFlipped(byte[] input)
    {
        if (input.Length == 0)
            return input;
        byte[] changed = [.. input];
        changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    private byte[] WithByte(byte[] input)
    {
        if (input.Length == 0)
            return input;
        byte[] changed = [.. input];
        changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }

    private byte[] WithoutRange(byte[] input)
    {
        (int start, int end) = AnyRange(input.Length);
        return [.. input[..start], .. input[end..]];
    }

    private byte[] WithRangeRepeated(byte[] input)
    {
        (int start, int end) = AnyRange(input.Length);
        return [.. input[..end], .. input[start..]];
    }

    private byte[] Spliced(byte[] input, byte[] other) =>
        [.. input[..random.Next(input.Length + 1)], .. other[random.Next(other.Length + 1)..]];

    private byte[] Inserted(byte[] input, byte[] piece)
    {
        int place = random.Next(input.Length + 1);
        return [.. input[..place], .. piece, .. input[place..]];
    }

    private byte[] WithTokenReplaced(byte[] input)
    {
        (int start, int end) = AnyToken(input);
        return [.. input[..start], .. Encoding.UTF8.GetBytes(AnyWord()), .. input[end..]];
    }

    private byte[] WithTokensSwapped(byte[] input)
    {
        (int firstStart, int firstEnd) = AnyToken(input);
        (int secondStart, int secondEnd) = AnyToken(input);
        return firstEnd <= secondStart
            ? [.. input[..firstStart], .. input[secondStart..secondEnd], .. input[firstEnd..secondStart], .. input[firstStart..firstEnd], .. input[secondEnd..]]
            : input;
    }

    /// <summary>Only a digit, so that what is around it stays readable.</summary>
    private byte[] WithDigitsChanged(byte[] input)
    {
        byte[] changed = [.. input];
        int start = random.Next(changed.Length + 1);
        for (int i = start; i < changed.Length; i++)
        {
            if (!char.IsAsciiDigit((char)changed[i]))
                continue;
            changed[i] = (byte)('0' + random.Next(10));
            if (random.Next(2) == 0)
                break;
        }

        return changed;
    }

    private byte[] Nesting()
    {
        string opening = Extremes.Openings[random.Next(Extremes.Openings.Length)];
        int[] depths = [5, 63, 64, 65, 200, 20_000];
        return Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, opening, depths[random.Next(depths.Length)]).ToString());
    }

    private byte[] LongText()
    {
        byte[] text = new byte[random.Next(2) == 0 ? 300 : 40_000];
        Array.Fill(text, (byte)"a0 -\"'*,"[random.Next(8)]);
        return text;
    }

    private string AnyWord() => words[random.Next(words.Length)];

    private (int Start, int End) AnyRange(int length)
    {
        int start = random.Next(length + 1);
        int longest = Math.Min(length - start, random.Next(2) == 0 ? 8 : length);
        return (start, start + random.Next(longest + 1));
    }

    /// <summary>A run of letters, digits and signs around a random place, with the quotes around it half of the time.</summary>
    private (int Start, int End) AnyToken(byte[] input)
    {
        int start = random.Next(input.Length + 1), end = start;
        while (start > 0 && IsOfToken(input[start - 1]))
            start--;
        while (end < input.Length && IsOfToken(input[end]))
            end++;
        bool isQuoted = start > 0 && end < input.Length && input[start - 1] == input[end] && input[end] is (byte)'"' or (byte)'\'';
        return isQuoted && random.Next(2) == 0 ? (start - 1, end + 1) : (start, end);
    }

    private static bool IsOfToken(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'-' or (byte)'+' or (byte)'.' or (byte)'_';
}
