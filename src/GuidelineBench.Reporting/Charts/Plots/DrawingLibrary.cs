namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>The native library that plots are drawn with; a machine may lack one for its processor or system.</summary>
internal static class DrawingLibrary
{
    private static readonly Lazy<string?> Found = new(() => FaultOf(ChartFonts.Use));

    /// <summary>Stands for a fault, for tests.</summary>
    internal static AsyncLocal<string?> Injected { get; } = new();

    /// <summary>Why nothing can be drawn, in one line; null where it can.</summary>
    public static string? Fault => Injected.Value ?? Found.Value;

    /// <param name="load">Whatever needs the library.</param>
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
