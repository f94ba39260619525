using System.Globalization;
using System.Numerics;

namespace GuidelineBench.Execution.Weights.Files.Python;

/// <summary>Python's whole numbers: decimal, <c>0x</c>, <c>0o</c>, <c>0b</c>, with single underscores between digits.</summary>
internal static class PythonNumber
{
    /// <param name="hasLongSuffix">Whether the number may end with <c>L</c>; like numpy also behind spaces.</param>
    /// <exception cref="FormatException">What stands here is no whole number.</exception>
    public static BigInteger Read(PythonCursor cursor, bool hasLongSuffix)
    {
        int start = cursor.Position;
        string word = cursor.TakeWord();
        if (hasLongSuffix && word.EndsWith('L'))
            word = word[..^1];
        else if (hasLongSuffix)
            SkipSuffix(cursor);
        if (cursor.Next == '.' || Value(word) is not { } value)
            throw cursor.Unexpected(start);
        return value;
    }

    private static void SkipSuffix(PythonCursor cursor)
    {
        int distance = 0;
        while (cursor[distance] is ' ' or '\t')
            distance++;
        if (cursor[distance] != 'L' || PythonCursor.IsOfWord(cursor[distance + 1]))
            return;
        for (; distance >= 0; distance--)
            cursor.Take();
    }

    private static BigInteger? Value(string word)
    {
        int radix = word switch
        {
            ['0', 'x' or 'X', ..] => 16,
            ['0', 'o' or 'O', ..] => 8,
            ['0', 'b' or 'B', ..] => 2,
            _ => 10,
        };
        string digits = word[(radix == 10 ? 0 : 2)..];
        if (digits.EndsWith('_') || digits.Contains("__", StringComparison.Ordinal))
            return null;
        digits = digits.Replace("_", "", StringComparison.Ordinal);
        if (digits.Length == 0 || !digits.All(digit => char.IsAsciiHexDigit(digit) && DigitValue(digit) < radix))
            return null;
        // Python 2 wrote octal numbers so; Python 3 refuses them.
        if (radix == 10 && digits[0] == '0' && digits.Trim('0').Length > 0)
            return null;
        return radix switch
        {
            10 => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
            16 => BigInteger.Parse($"0{digits}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            _ => digits.Aggregate(BigInteger.Zero, (value, digit) => value * radix + DigitValue(digit)),
        };
    }

    private static int DigitValue(char digit) => Convert.ToInt32(digit.ToString(), 16);
}
