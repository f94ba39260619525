namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Room that text needs. A picture cannot ask its reader's font, so a wide one is assumed.</summary>
internal static class ChartText
{
    /// <summary>Width of a character over the font size in DejaVu Sans, one of the widest common fonts, with some reserve.</summary>
    private const double CharacterWidth = 0.65;

    public const float LabelSize = 11.5f, TickSize = 11, PanelSize = 13, TitleSize = 15;

    public static double Width(string text, double size = LabelSize) => text.Length * size * CharacterWidth;

    /// <summary>The text, or as much of it as fits the width and an ellipsis.</summary>
    public static string Shortened(string text, double width)
    {
        int fitting = Math.Max(1, (int)(width / (LabelSize * CharacterWidth)));
        return text.Length <= fitting ? text : string.Concat(text.AsSpan(0, fitting - 1).TrimEnd(), "…");
    }

    public static IReadOnlyList<string> Wrapped(string text, double width, double size)
    {
        var lines = new List<string>();
        foreach (string word in text.Split(' '))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }
}
