using ScottPlot;
using SkiaSharp;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Strokes that are drawn over a bar's colour, as SVG path data in a tile that repeats.</summary>
internal static class ChartPatterns
{
    public const int Size = 6;
    private const string Rising = "M-1.5 1.5l3-3M0 6L6 0M4.5 7.5l3-3", Falling = "M-1.5 4.5l3 3M0 0L6 6M4.5-1.5l3 3";

    /// <summary>Lines of no length, which round caps make dots.</summary>
    private const string Dots = "M1.5 1.5h.01M4.5 4.5h.01";

    public static (string Data, float Width) Strokes(BarPattern pattern) => pattern switch
    {
        BarPattern.Rising => (Rising, 1.1f),
        BarPattern.Crossed => (Rising + Falling, 1.1f),
        BarPattern.Level => ("M0 1.5H6M0 4.5H6", 1.1f),
        BarPattern.Dotted => (Dots, 2.2f),
        BarPattern.Plain => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };
}

/// <summary>A bar's pattern in pictures of pixels; Skia leaves it out of SVG, where <see cref="SvgRewriter"/> puts it.</summary>
internal sealed class PatternHatch(BarPattern pattern) : IHatch
{
    public SKShader GetShader(Color backgroundColor, Color hatchColor, PixelRect rect)
    {
        (string data, float width) = ChartPatterns.Strokes(pattern);
        using var strokes = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = width,
            Color = hatchColor.ToSKColor(),
            StrokeCap = pattern == BarPattern.Dotted ? SKStrokeCap.Round : SKStrokeCap.Butt,
        };
        using SKPath path = SKPath.ParseSvgPathData(data);
        var tile = SKRect.Create(ChartPatterns.Size, ChartPatterns.Size);
        using var recorder = new SKPictureRecorder();
        SKCanvas canvas = recorder.BeginRecording(tile);
        canvas.Clear(backgroundColor.ToSKColor());
        canvas.DrawPath(path, strokes);
        using SKPicture picture = recorder.EndRecording();
        return picture.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat, SKFilterMode.Linear, SKMatrix.Identity, tile);
    }
}
