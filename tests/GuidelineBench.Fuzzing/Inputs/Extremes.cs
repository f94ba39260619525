using System.Collections.Immutable;

namespace GuidelineBench.Fuzzing.Inputs;

/// <summary>Words that parsers stumble over, whatever they read.</summary>
internal static class Extremes
{
    public static ImmutableArray<string> Words { get; } =
    [
        // Numbers at and beyond the ends of their types, and what is no number in JSON.
        "0", "-0", "-1", "1", "NaN", "-NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e308", "1e-400", "4.9e-324",
        "32767", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616",
        new('9', 400), "0." + new string('0', 400) + "1", "0x10", "1_000", "1,5", "+1", "00", "1.", ".5", "1e", "\u0663",
        // Other kinds of values.
        "null", "true", "[]", "{}", "[null]", "\"\"", "\" \"",
        // Text that is no text, or does something where it is shown.
        "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\u001b[31m\"", "\u001b[31m", "\u0000", "\uFEFF", "\u2028", "\u0085", "\u202E",
        "<script>alert(1)</script>", "\"><img src=x onerror=y>", "]]>", "=1+1", "|", "`", "\\", "'", "\"",
        "..", "-", "--", "*", "(", ")", "%s", "{0}", "@", ":", ",", ",,", " ", "\t", "\n", "\r\n",
    ];

    /// <summary>Bytes that are no UTF-8: half a surrogate pair, a lone continuation, an overlong form, a byte that is never used.</summary>
    public static ImmutableArray<byte[]> Bytes { get; } =
    [
        [0xED, 0xA0, 0x80], [0x80], [0xC0, 0xAF], [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0x00], [0xF4, 0x90, 0x80, 0x80],
    ];

    /// <summary>What opens a level of nesting in one notation or another.</summary>
    public static ImmutableArray<string> Openings { get; } = ["[", "{\"a\":", "(", "{\"cells\":[", "2*(", "{'descr': ("];
}
