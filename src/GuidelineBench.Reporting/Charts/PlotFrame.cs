namespace GuidelineBench.Reporting.Charts;

/// <summary>Where the plot lies in a picture with axes.</summary>
/// <param name="Width">Of the whole picture.</param>
internal sealed record PlotFrame(double Width, double Height, double Left, double Top, double Right, double Bottom)
{
    /// <summary>A chart by itself.</summary>
    public static PlotFrame Wide { get; } = new(800, 500, 58, 12, 788, 454);

    /// <summary>One of several charts side by side.</summary>
    public static PlotFrame Narrow { get; } = new(440, 380, 46, 24, 432, 334);

    public bool IsWide => this == Wide;
}
