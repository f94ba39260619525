using ScottPlot;
using SkiaSharp;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>The native library that plots are drawn with; a machine may lack one for its processor or system.</summary>
internal static class DrawingLibrary
{
    private static readonly Lazy<string?> Found = new(() => FaultOf(ChartFonts.Use));

    /// <summary>Stands for a fault, for tests.</summary>
    internal static AsyncLocal<string?> Injected { get; } = new();

    /// <summary>Why nothing can be drawn, in one line; null where it can.</summary>
    public static string? Fault => Injected.Value ?? Found.Value;

    internal static string? FaultOf(Action load)
    {
        try
        {
            load();
            return null;
        }
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return error.GetBaseException().Message.Split('\n', 2)[0].Split(". ", 2)[0].TrimEnd();
        }
    }
}

/// <summary>The font that pictures are drawn with: the program's own, so that they are the same on every machine, one without fonts among them.</summary>
internal sealed class ChartFonts : IFontResolver
{
    private const string Family = "DejaVu Sans";
    private static readonly SKTypeface Regular = Load("DejaVuSans.ttf"), Bold = Load("DejaVuSans-Bold.ttf");

    /// <summary>Replaces the fonts of the system for all plots; the same again does nothing.</summary>
    public static void Use()
    {
        lock (Fonts.FontResolvers)
        {
            if (Fonts.FontResolvers is [ChartFonts])
                return;
            Fonts.FontResolvers.Clear();
            Fonts.FontResolvers.Add(new ChartFonts());
            Fonts.Default = Family;
        }
    }

    public static float Width(string text, float size, bool isBold)
    {
        using var font = new SKFont(isBold ? Bold : Regular, size) { Subpixel = true };
        return font.MeasureText(text);
    }

    public SKTypeface CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => weight >= FontWeight.SemiBold ? Bold : Regular;
    public SKTypeface CreateTypeface(string fontName, bool bold, bool italic) => bold ? Bold : Regular;

    private static SKTypeface Load(string name)
    {
        using Stream stream = EmbeddedFile.Open(name);
        return SKTypeface.FromStream(stream);
    }
}
