namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Colours that differ between the light and the dark theme, by the name of their CSS variable in <c>themes.css</c>.</summary>
internal enum Tone
{
    Ground,
    Ink,
    Soft,
    Line,
    Accent,
}
