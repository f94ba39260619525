using System.Text.Json;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>Whole numbers of JSON: it knows one kind of number, and writers of other languages write 224 as 224.0 or 2.24e2.</summary>
internal static class WholeNumber
{
    /// <returns>Null where the number is not whole, or beyond 64 bits.</returns>
    public static long? Read(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out long whole))
            return whole;
        // A decimal holds every whole number of 64 bits; what it cannot hold has a fraction or is larger.
        return reader.TryGetDecimal(out decimal number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;
    }
}
