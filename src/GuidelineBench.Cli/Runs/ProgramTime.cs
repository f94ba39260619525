using System.Diagnostics;

namespace GuidelineBench.Cli.Runs;

/// <summary>How long the program has been running.</summary>
internal static class ProgramTime
{
    public static TimeSpan SinceStart()
    {
        using var process = Process.GetCurrentProcess();
        return DateTime.Now - process.StartTime;
    }
}
