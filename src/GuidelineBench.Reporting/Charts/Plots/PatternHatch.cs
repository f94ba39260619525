using ScottPlot;
using SkiaSharp;

namespace GuidelineBench.Reporting.Charts.Plots;

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
