using System.Collections.Immutable;
using System.Numerics;

namespace GuidelineBench.Execution.Weights.Files.Python;

/// <summary>
/// Python literals as ast.literal_eval takes them, as far as the header of an array can have them: strings, whole
/// numbers, True, False, None, and tuples, lists and dictionaries of these.
/// </summary>
/// <remarks>
/// Values are string, <see cref="BigInteger"/>, bool, null, <see cref="ImmutableArray{T}"/> of object for a tuple, a
/// <see cref="List{T}"/> of object for a list, and a dictionary by string.
/// </remarks>
internal sealed class PythonLiteral
{
    /// <summary>Python's own limit for brackets.</summary>
    private const int DeepestNesting = 200;

    private readonly PythonCursor cursor;
    private readonly bool hasLongSuffixes;

    private PythonLiteral(PythonCursor cursor, bool hasLongSuffixes)
    {
        this.cursor = cursor;
        this.hasLongSuffixes = hasLongSuffixes;
    }

    /// <param name="hasLongSuffixes">Whether whole numbers may end with <c>L</c>, as Python 2 wrote its long ones.</param>
    /// <exception cref="FormatException">The text is no such literal; the message is what stands where.</exception>
    public static object? Parse(string text, bool hasLongSuffixes = false)
    {
        var cursor = new PythonCursor(text);
        object? value = new PythonLiteral(cursor, hasLongSuffixes).Value(depth: 0);
        cursor.SkipSpace();
        return cursor.IsAtEnd ? value : throw cursor.Unexpected();
    }

    private object? Value(int depth)
    {
        cursor.SkipSpace();
        if (depth > DeepestNesting)
            throw cursor.Unexpected();
        switch (cursor.Next)
        {
            case '{':
                return Dictionary(depth);
            case '(':
                return Tuple(depth);
            case '[':
                return Items('[', ']', depth).Values;
            case '-' or '+':
                return Signed(depth);
            case >= '0' and <= '9':
                return PythonNumber.Read(cursor, hasLongSuffixes);
        }

        if (PythonString.IsNext(cursor))
            return PythonString.Read(cursor);
        int start = cursor.Position;
        return cursor.TakeWord() switch
        {
            "True" => true,
            "False" => false,
            "None" => null,
            _ => throw cursor.Unexpected(start),
        };
    }

    private Dictionary<string, object?> Dictionary(int depth)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        cursor.Expect('{');
        for (cursor.SkipSpace(); cursor.Next != '}'; cursor.SkipSpace())
        {
            int start = cursor.Position;
            if (Value(depth + 1) is not string key)
                throw cursor.Unexpected(start);
            cursor.SkipSpace();
            cursor.Expect(':');
            // Of a key that is there twice Python takes the last.
            entries[key] = Value(depth + 1);
            cursor.SkipSpace();
            if (cursor.Next != '}')
                cursor.Expect(',');
        }

        cursor.Expect('}');
        return entries;
    }

    /// <summary>A value in parentheses is that value; a comma makes it a tuple.</summary>
    private object? Tuple(int depth)
    {
        (List<object?> values, bool hasComma) = Items('(', ')', depth);
        return values.Count == 1 && !hasComma ? values[0] : ImmutableArray.CreateRange(values);
    }

    private (List<object?> Values, bool HasComma) Items(char begin, char end, int depth)
    {
        var values = new List<object?>();
        bool hasComma = false;
        cursor.Expect(begin);
        for (cursor.SkipSpace(); cursor.Next != end; cursor.SkipSpace())
        {
            values.Add(Value(depth + 1));
            cursor.SkipSpace();
            if (cursor.Next == end)
                break;
            cursor.Expect(',');
            hasComma = true;
        }

        cursor.Expect(end);
        return (values, hasComma);
    }

    /// <summary>One sign, which a number follows, in parentheses too.</summary>
    private BigInteger Signed(int depth)
    {
        bool isNegative = cursor.Next == '-';
        cursor.Expect(cursor.Next);
        cursor.SkipSpace();
        int start = cursor.Position;
        if (cursor.Next is '-' or '+' || Value(depth + 1) is not BigInteger value)
            throw cursor.Unexpected(start);
        return isNegative ? -value : value;
    }
}
