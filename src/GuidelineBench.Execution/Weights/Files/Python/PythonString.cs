using System.Globalization;
using System.Text;

namespace GuidelineBench.Execution.Weights.Files.Python;

/// <summary>
/// Python's strings of text: one or three quotes of either kind, prefixes <c>u</c> and <c>r</c>, escapes. Strings of
/// bytes and formatted ones are none.
/// </summary>
internal static class PythonString
{
    public static bool IsNext(PythonCursor cursor) =>
        cursor.Next is '\'' or '"' || (cursor.Next is 'u' or 'U' or 'r' or 'R' && cursor[1] is '\'' or '"');

    /// <returns>Strings that follow each other are one.</returns>
    /// <exception cref="FormatException">A string has no end, or an escape no meaning.</exception>
    public static string Read(PythonCursor cursor)
    {
        var content = new StringBuilder();
        while (IsNext(cursor))
        {
            ReadOne(cursor, content);
            cursor.SkipSpace();
        }

        return content.ToString();
    }

    private static void ReadOne(PythonCursor cursor, StringBuilder content)
    {
        bool isRaw = cursor.TakeWord() is "r" or "R";
        char quote = cursor.Take();
        bool isTriple = cursor[0] == quote && cursor[1] == quote;
        if (isTriple)
        {
            cursor.Take();
            cursor.Take();
        }

        while (cursor.Next != quote || (isTriple && (cursor[1] != quote || cursor[2] != quote)))
        {
            if (!isTriple && cursor.LineBreak(0) > 0)
                throw cursor.Unexpected();
            if (cursor.Next != '\\')
                content.Append(cursor.Take());
            else if (isRaw)
                content.Append(cursor.Take()).Append(cursor.Take());
            else
                Escape(cursor, content);
        }

        for (int i = 0; i < (isTriple ? 3 : 1); i++)
            cursor.Take();
    }

    private static void Escape(PythonCursor cursor, StringBuilder content)
    {
        int start = cursor.Position;
        cursor.Take();
        if (cursor.LineBreak(0) is > 0 and var length)
        {
            for (; length > 0; length--)
                cursor.Take();
            return;
        }

        char kind = cursor.Take();
        switch (kind)
        {
            case '\\' or '\'' or '"':
                content.Append(kind);
                break;
            case 'a':
                content.Append('\a');
                break;
            case 'b':
                content.Append('\b');
                break;
            case 'f':
                content.Append('\f');
                break;
            case 'n':
                content.Append('\n');
                break;
            case 'r':
                content.Append('\r');
                break;
            case 't':
                content.Append('\t');
                break;
            case 'v':
                content.Append('\v');
                break;
            case >= '0' and <= '7':
                int code = kind - '0';
                for (int digits = 1; digits < 3 && cursor.Next is >= '0' and <= '7'; digits++)
                    code = code * 8 + (cursor.Take() - '0');
                content.Append((char)code);
                break;
            case 'x' or 'u' or 'U':
                content.Append(Character(cursor, start, kind switch { 'x' => 2, 'u' => 4, _ => 8 }));
                break;
            case 'N':
                throw cursor.Unexpected(start);
            default:
                // Python leaves what it does not know as it is.
                content.Append('\\').Append(kind);
                break;
        }
    }

    private static string Character(PythonCursor cursor, int start, int digits)
    {
        string hex = string.Concat(Enumerable.Range(0, digits).Select(_ => cursor.Take()));
        if (!hex.All(char.IsAsciiHexDigit) || uint.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is var code && code > 0x10FFFF)
            throw cursor.Unexpected(start);
        return code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32((int)code);
    }
}
