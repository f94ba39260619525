using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>
/// Python literals as ast.literal_eval takes them, as far as a header of an array can have them: strings, whole numbers, True, False,
/// None, tuples, lists and dictionaries of these.
/// </summary>
/// <remarks>
/// Values are string, <see cref="BigInteger"/>, bool, null, <see cref="ImmutableArray{T}"/> of object for a tuple, a
/// <see cref="List{T}"/> of object for a list, and a dictionary by string.
/// </remarks>
internal sealed class PythonLiteral
{
    /// <summary>A header has a tuple in a dictionary.</summary>
    private const int DeepestNesting = 32;

    private readonly string text;
    private int position;

    private PythonLiteral(string text) => this.text = text;

    /// <exception cref="FormatException">The text is no such literal.</exception>
    public static object? Parse(string text)
    {
        var literal = new PythonLiteral(text);
        object? value = literal.Value(depth: 0);
        literal.SkipSpace();
        return literal.position == text.Length ? value : throw new FormatException();
    }

    private char Next => position < text.Length ? text[position] : '\0';

    private object? Value(int depth)
    {
        if (depth > DeepestNesting)
            throw new FormatException();
        SkipSpace();
        switch (Next)
        {
            case '{':
                return Dictionary(depth);
            case '(':
                return Tuple(depth);
            case '[':
                position++;
                return Items(']', depth).Values;
            case '-' or '+' or (>= '0' and <= '9'):
                return WholeNumber();
            case '\'' or '"':
                return Strings("");
        }

        string name = Name();
        return (name, Next) switch
        {
            ("True", _) => true,
            ("False", _) => false,
            ("None", _) => null,
            ("u" or "U" or "r" or "R", '\'' or '"') => Strings(name),
            _ => throw new FormatException(),
        };
    }

    private Dictionary<string, object?> Dictionary(int depth)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        position++;
        for (SkipSpace(); Next != '}'; SkipSpace())
        {
            if (Value(depth + 1) is not string key)
                throw new FormatException();
            SkipSpace();
            Expect(':');
            // Of a key that is there twice Python takes the last.
            entries[key] = Value(depth + 1);
            SkipSpace();
            if (Next != '}')
                Expect(',');
        }

        position++;
        return entries;
    }

    /// <summary>A value in parentheses is that value; a comma makes it a tuple.</summary>
    private object? Tuple(int depth)
    {
        position++;
        (List<object?> values, bool hasComma) = Items(')', depth);
        return values.Count == 1 && !hasComma ? values[0] : ImmutableArray.CreateRange(values);
    }

    private (List<object?> Values, bool HasComma) Items(char end, int depth)
    {
        var values = new List<object?>();
        bool hasComma = false;
        for (SkipSpace(); Next != end; SkipSpace())
        {
            values.Add(Value(depth + 1));
            SkipSpace();
            if (Next == end)
                break;
            Expect(',');
            hasComma = true;
        }

        position++;
        return (values, hasComma);
    }

    private BigInteger WholeNumber()
    {
        bool isNegative = false;
        for (; Next is '-' or '+'; position++)
            isNegative ^= Next == '-';
        int start = position;
        while (char.IsAsciiLetterOrDigit(Next) || Next == '_')
            position++;
        string word = text[start..position];
        if (word.Contains("__", StringComparison.Ordinal) || word.StartsWith('_') || word.TrimEnd('L').EndsWith('_'))
            throw new FormatException();
        string digits = word.Replace("_", "", StringComparison.Ordinal);
        // Python 2 on Windows wrote sizes as 224L; numpy reads them still.
        if (digits.EndsWith('L'))
            digits = digits[..^1];
        BigInteger value = digits switch
        {
            ['0', 'x' or 'X', .. { Length: > 0 } hex] => BigInteger.Parse($"0{hex}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            ['0', 'b' or 'B', .. { Length: > 0 } bits] => BigInteger.Parse($"0{bits}", NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture),
            ['0', 'o' or 'O', .. { Length: > 0 } octal] => Octal(octal),
            ['0', .. { Length: > 0 } more] when more.Trim('0').Length > 0 => throw new FormatException(),
            _ => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
        };
        return isNegative ? -value : value;
    }

    private static BigInteger Octal(string digits)
    {
        BigInteger value = 0;
        foreach (char digit in digits)
            value = digit is >= '0' and <= '7' ? value * 8 + (digit - '0') : throw new FormatException();
        return value;
    }

    /// <summary>Strings that follow each other are one.</summary>
    private string Strings(string prefix)
    {
        var joined = new StringBuilder();
        while (Next is '\'' or '"')
        {
            joined.Append(String(isRaw: prefix is "r" or "R"));
            SkipSpace();
            prefix = "";
        }

        return joined.ToString();
    }

    private string String(bool isRaw)
    {
        string quote = text[position].ToString();
        string triple = quote + quote + quote;
        if (string.CompareOrdinal(text, position, triple, 0, triple.Length) == 0)
            quote = triple;
        position += quote.Length;
        var content = new StringBuilder();
        while (string.CompareOrdinal(text, position, quote, 0, quote.Length) != 0)
        {
            if (position >= text.Length || (quote.Length == 1 && Next is '\n' or '\r'))
                throw new FormatException();
            if (Next == '\\' && !isRaw)
                content.Append(Escape());
            else
                content.Append(text[position++]);
        }

        position += quote.Length;
        return content.ToString();
    }

    private string Escape()
    {
        position++;
        char kind = Next;
        position++;
        return kind switch
        {
            '\\' or '\'' or '"' => kind.ToString(),
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'x' => Code(2),
            'u' => Code(4),
            _ => throw new FormatException(),
        };
    }

    private string Code(int digits)
    {
        if (position + digits > text.Length)
            throw new FormatException();
        string hex = text.Substring(position, digits);
        position += digits;
        return ((char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();
    }

    private string Name()
    {
        int start = position;
        while (char.IsAsciiLetter(Next))
            position++;
        return text[start..position];
    }

    private void Expect(char wanted)
    {
        if (Next != wanted)
            throw new FormatException();
        position++;
    }

    private void SkipSpace()
    {
        while (true)
        {
            if (Next is ' ' or '\t' or '\n' or '\r' or '\f')
                position++;
            else if (Next == '#')
                position = text.IndexOf('\n', position) is var end and >= 0 ? end : text.Length;
            else
                return;
        }
    }
}
