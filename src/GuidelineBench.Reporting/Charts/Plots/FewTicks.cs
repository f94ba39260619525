using ScottPlot;
using ScottPlot.TickGenerators;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>ScottPlot's round ticks of a linear axis, about as many as asked for.</summary>
internal sealed class FewTicks(Func<double, string> label, int count) : ITickGenerator
{
    private readonly NumericAutomatic ticks = new() { TargetTickCount = count, LabelFormatter = label, MinorTickGenerator = new NoMinorTicks() };

    public Tick[] Ticks => ticks.Ticks;

    public int MaxTickCount { get => ticks.MaxTickCount; set => ticks.MaxTickCount = value; }

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle) =>
        ticks.Regenerate(range, edge, size, paint, labelStyle);

    private sealed class NoMinorTicks : IMinorTickGenerator
    {
        public IEnumerable<double> GetMinorTicks(double[] majorPositions, CoordinateRange visibleRange) => [];
    }
}
