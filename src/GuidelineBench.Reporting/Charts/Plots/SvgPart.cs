using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>What a part of a picture is in SVG.</summary>
/// <param name="Colour">Value of its fill or stroke; null where a class of the style sheet says it.</param>
/// <param name="Classes">Null for none.</param>
internal sealed record SvgPart(string? Colour, string? Classes)
{
    /// <summary>The exact value; null for what is no mark.</summary>
    public string? Title { get; init; }

    /// <summary>Drawn over the colour.</summary>
    public BarPattern Pattern { get; init; }

    public string? Opacity { get; init; }

    /// <summary>Lengths of dashes and gaps; null for an unbroken line.</summary>
    public string? Dash { get; init; }

    /// <summary>Of a text.</summary>
    public HorizontalAlignment Anchor { get; init; }

    /// <summary>The text itself; null where the picture's own characters are right.</summary>
    public string? Text { get; init; }
}
