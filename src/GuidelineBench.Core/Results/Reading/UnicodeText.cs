using System.Text.Json;

namespace GuidelineBench.Core.Results.Reading;

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
