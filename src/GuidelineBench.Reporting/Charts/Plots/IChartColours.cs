using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Colours of what a plot draws: those of a theme, or for SVG marks by which <see cref="SvgRewriter"/> knows each part again.</summary>
internal interface IChartColours
{
    Color Of(Tone tone);

    /// <param name="dash">Length of dashes and of gaps, units of the picture; null for an unbroken line.</param>
    /// <param name="name">CSS class of the line in SVG; null for none.</param>
    void Stroke(LineStyle style, Tone tone, float width, (float On, float Off)? dash = null, string? name = null);

    /// <summary>Colours a mark of a series.</summary>
    /// <param name="name">CSS class of the mark in SVG.</param>
    /// <param name="title">The exact value for a reader who points at it.</param>
    void Fill(FillStyle style, ChartSeries series, string name, string title);

    /// <summary>Colours a field of a heat map.</summary>
    /// <param name="opacity">0 to 1.</param>
    void Fill(FillStyle style, double opacity, string title);

    /// <summary>Colours a text that SVG holds with its own characters, whatever the font lacks.</summary>
    /// <param name="isHaloed">Whether it may lie on lines.</param>
    void Write(LabelStyle style, Tone tone, bool isHaloed = false);

    /// <summary>Colours text on a bar, whose colours are those of both themes.</summary>
    /// <param name="pattern">Of the bar, which the text has to be read on.</param>
    void WriteOnBar(LabelStyle style, BarPattern pattern);

    /// <summary>The outline of marks; null where the style sheet draws it.</summary>
    Color? Outline { get; }
}

/// <summary>Colours that differ between the light and the dark theme, by the name of their CSS variable in <c>themes.css</c>.</summary>
internal enum Tone
{
    Ground,
    Ink,
    Soft,
    Line,
    Accent,
}

internal sealed partial class ThemeColours(ChartTheme theme) : IChartColours
{
    /// <summary>Okabe and Ito's colours, in the order of the classes c1 to c7.</summary>
    private static readonly string[] Series = ["#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"];

    private static readonly Color OnBar = Color.FromHex("#14171b");
    private readonly FrozenDictionary<string, Color> tones = Variables(theme);

    public Color? Outline => Of(Tone.Ink);

    public Color Of(Tone tone) => tones[tone.ToString().ToLowerInvariant()];

    public void Stroke(LineStyle style, Tone tone, float width, (float On, float Off)? dash = null, string? name = null) =>
        (style.Color, style.Width, style.Pattern) = (Of(tone), width, dash is { } lengths ? new LinePattern([lengths.On, lengths.Off], 0, "") : LinePattern.Solid);

    public void Fill(FillStyle style, ChartSeries series, string name, string title)
    {
        style.Color = series.Colour == ChartSeries.Hollow ? Of(Tone.Ground) : Color.FromHex(Series[series.Colour[1] - '1']);
        style.HatchColor = OnBar.WithOpacity(0.62);
        style.Hatch = series.Pattern == BarPattern.Plain ? null : new PatternHatch(series.Pattern);
    }

    public void Fill(FillStyle style, double opacity, string title) => style.Color = Of(Tone.Accent).WithOpacity(opacity);

    public void Write(LabelStyle style, Tone tone, bool isHaloed = false)
    {
        style.ForeColor = Of(tone);
        if (!isHaloed)
            return;
        style.BackgroundColor = Of(Tone.Ground).WithOpacity(0.7);
        style.PixelPadding = new PixelPadding(1, 1, -2, -1);
        style.BorderWidth = 0;
    }

    public void WriteOnBar(LabelStyle style, BarPattern pattern)
    {
        style.ForeColor = OnBar;
        if (pattern == BarPattern.Plain)
            return;
        style.BackgroundColor = Colors.White.WithOpacity(0.75);
        style.PixelPadding = new PixelPadding(2, 2, -2, -1);
        style.BorderRadius = 2;
        style.BorderWidth = 0;
    }

    /// <summary>The style sheet of pages is where the themes stand; its first block is the light one, its second the dark one.</summary>
    private static FrozenDictionary<string, Color> Variables(ChartTheme theme)
    {
        string block = EmbeddedFile.ReadText("themes.css").Split("@media")[(int)theme];
        return Variable().Matches(block).ToFrozenDictionary(match => match.Groups[1].Value, match => Color.FromHex(match.Groups[2].Value));
    }

    [GeneratedRegex("--([a-z]+): (#[0-9a-f]{6});")]
    private static partial Regex Variable();
}
