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
