using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>
/// A colour of its own for each part of a picture that is different in SVG: what Skia writes has lost which shape is which
/// mark, what its value is and which way a text is aligned; by its colour each is known again.
/// </summary>
internal sealed class SvgColours : IChartColours
{
    /// <summary>Red is 1 in all: no such colour has a name or a short form.</summary>
    private const int First = 0x010000;

    private readonly List<SvgPart> parts = [];
    private readonly Dictionary<SvgPart, Color> shared = [];

    public Color? Outline => null;

    /// <returns>Null for a colour that is not one of these.</returns>
    public SvgPart? Find(string? colour) =>
        colour is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number)
        && number >= First && number - First < parts.Count
            ? parts[number - First]
            : null;

    public Color Of(Tone tone) => Shared(new SvgPart(Variable(tone), null));

    /// <summary>Skia would write each dash as a line of its own, and complain.</summary>
    public void Stroke(LineStyle style, Tone tone, float width, (float On, float Off)? dash = null, string? name = null)
    {
        string? lengths = dash is { } given ? FormattableString.Invariant($"{given.On} {given.Off}") : null;
        (style.Color, style.Width) = (Shared(new SvgPart(Variable(tone), name, Dash: lengths)), width);
    }

    public void Fill(FillStyle style, ChartSeries series, string name, string title) =>
        style.Color = Add(new SvgPart(null, $"{name} {series.Colour}", title.Length == 0 ? null : title, series.Pattern));

    public void Fill(FillStyle style, double opacity, string title) =>
        style.Color = Add(new SvgPart(Variable(Tone.Accent), "field", title, Opacity: SvgRewriter.Number(opacity)));

    public void Write(LabelStyle style, Tone tone, bool isHaloed = false) =>
        style.ForeColor = Add(Text(style, Variable(tone), isHaloed ? "halo" : null));

    public void WriteOnBar(LabelStyle style, BarPattern pattern) => style.ForeColor = Add(Text(style, null, "onbar"));

    /// <summary>A text without characters yet is a template of many, of an axis: those of the picture stay.</summary>
    private static SvgPart Text(LabelStyle style, string? colour, string? classes) => new(
        colour,
        classes,
        Anchor: style.Alignment.HorizontalFraction() switch { 0 => HorizontalAlignment.Left, 1 => HorizontalAlignment.Right, _ => HorizontalAlignment.Center },
        Text: style.Text.Length == 0 ? null : style.Text);

    private static string Variable(Tone tone) => $"var(--{tone.ToString().ToLowerInvariant()})";

    private Color Shared(SvgPart part) => shared.TryGetValue(part, out Color known) ? known : shared[part] = Add(part);

    private Color Add(SvgPart part)
    {
        int number = First + parts.Count;
        parts.Add(part);
        return new Color((byte)(number >> 16), (byte)(number >> 8), (byte)number);
    }
}

/// <summary>What a part of a picture is in SVG.</summary>
/// <param name="Colour">Value of its fill or stroke; null where a class of the style sheet says it.</param>
/// <param name="Classes">Null for none.</param>
/// <param name="Title">The exact value; null for what is no mark.</param>
/// <param name="Pattern">Drawn over the colour.</param>
/// <param name="Dash">Lengths of dashes and gaps; null for an unbroken line.</param>
/// <param name="Anchor">Of a text.</param>
/// <param name="Text">The text itself; null where the picture's own characters are right.</param>
internal sealed record SvgPart(
    string? Colour, string? Classes, string? Title = null, BarPattern Pattern = BarPattern.Plain, string? Opacity = null, string? Dash = null,
    HorizontalAlignment Anchor = HorizontalAlignment.Left, string? Text = null);
