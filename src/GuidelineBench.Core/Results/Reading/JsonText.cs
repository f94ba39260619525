using System.Text;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>The bytes of a JSON text as UTF-8: some editors and shells write UTF-16.</summary>
internal static class JsonText
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> LittleEndianMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> BigEndianMark => [0xFE, 0xFF];

    /// <param name="bytes">With or without a byte order mark.</param>
    /// <returns>Null for UTF-32, and for UTF-16 that is damaged.</returns>
    public static byte[]? ToUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Utf8Mark))
            return bytes[Utf8Mark.Length..].ToArray();
        bool isLittle = bytes.StartsWith(LittleEndianMark);
        if (bytes is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..])
            return null;
        if (!isLittle && !bytes.StartsWith(BigEndianMark))
            return bytes.ToArray();
        try
        {
            return Encoding.UTF8.GetBytes(new UnicodeEncoding(!isLittle, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[LittleEndianMark.Length..]));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
