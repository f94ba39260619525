using System.Globalization;
using System.Text;

namespace GuidelineBench.Fuzzing.Guided;

/// <summary>Words of a notation as afl-fuzz reads them: one in quotes a line, what is not a plain letter as two hexadecimal digits.</summary>
internal static class InputDictionary
{
    /// <summary>afl-fuzz refuses a longer one.</summary>
    public const int LongestWord = 128;

    public static string Write(IEnumerable<string> words) => string.Concat(words
        .Select(Encoding.UTF8.GetBytes)
        .Where(word => word.Length is > 0 and <= LongestWord)
        .Select(word => $"\"{string.Concat(word.Select(Letter))}\"\n"));

    private static string Letter(byte letter) =>
        char.IsAsciiLetterOrDigit((char)letter) ? ((char)letter).ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{letter:X2}");
}
