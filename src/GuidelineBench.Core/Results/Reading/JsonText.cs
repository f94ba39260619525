using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>The bytes of a JSON text as UTF-8: some editors and shells write UTF-16.</summary>
internal static class JsonText
{
    private const int MarkBytes = 2;

    private const byte FirstBeyondAscii = 0x80;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <param name="bytes">With or without a byte order mark: JSON begins with ASCII, which tells the order too. Two programs one after
    /// the other may have written two.</param>
    /// <exception cref="FormatException">UTF-32 or damaged; the message says which.</exception>
    public static byte[] ToUtf8(ReadOnlySpan<byte> bytes)
    {
        switch (bytes)
        {
            case [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [not 0, 0, 0, 0, ..] or [0, 0, 0, not 0, ..]:
                throw new FormatException("it is UTF-32");
            case [0xFF, 0xFE, ..]:
                return FromUtf16(bytes[MarkBytes..], isBigEndian: false);
            case [0xFE, 0xFF, ..]:
                return FromUtf16(bytes[MarkBytes..], isBigEndian: true);
            case [not 0 and < FirstBeyondAscii, 0, ..]:
                return FromUtf16(bytes, isBigEndian: false);
            case [0, not 0 and < FirstBeyondAscii, ..]:
                return FromUtf16(bytes, isBigEndian: true);
        }

        ReadOnlySpan<byte> text = WithoutMarks(bytes);
        return Utf8.IsValid(text) ? text.ToArray() : throw new FormatException(FormattableString.Invariant($"line {InvalidLine(text)} is not UTF-8"));
    }

    private static byte[] FromUtf16(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        try
        {
            return WithoutMarks(Encoding.UTF8.GetBytes(new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes))).ToArray();
        }
        catch (DecoderFallbackException error)
        {
            throw new FormatException("it is damaged UTF-16", error);
        }
    }

    private static ReadOnlySpan<byte> WithoutMarks(ReadOnlySpan<byte> text)
    {
        while (text.StartsWith(Utf8Mark))
            text = text[Utf8Mark.Length..];
        return text;
    }

    private static int InvalidLine(ReadOnlySpan<byte> text)
    {
        int line = 1;
        foreach (Range range in text.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(text[range]))
                break;
            line++;
        }

        return line;
    }
}

/// <summary>Texts of JSON: an escape can write half a surrogate pair, which is no character and which the library throws at.</summary>
internal static class UnicodeText
{
    /// <param name="reader">At a text or a name.</param>
    /// <returns>Null where half a surrogate pair stands in it.</returns>
    public static string? Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
