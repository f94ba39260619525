using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>A rectangle of a picture.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public Pixel Middle => new((Left + Right) / 2, (Top + Bottom) / 2);

    public static Box Around(Pixel middle, double radius) => new(middle.X - radius, middle.Y - radius, middle.X + radius, middle.Y + radius);

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) => Left <= other.Left && Top <= other.Top && other.Right <= Right && other.Bottom <= Bottom;
}
