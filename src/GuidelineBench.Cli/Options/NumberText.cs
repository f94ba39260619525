using System.Globalization;

namespace GuidelineBench.Cli.Options;

/// <summary>Whole numbers as users write them: digits with an optional minus, under every culture.</summary>
internal static class NumberText
{
    public static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
