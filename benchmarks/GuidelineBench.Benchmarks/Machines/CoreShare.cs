using System.Diagnostics;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>How much of its cores' time the process got while it was measuring; the rest went to other work.</summary>
internal sealed class CoreShare
{
    private double cpuSeconds, wallSeconds;

    /// <summary>Whether anything was watched.</summary>
    public bool IsKnown => cpuSeconds > 0;

    /// <summary>Cores that were at work for the process on average.</summary>
    public double Cores => cpuSeconds / wallSeconds;

    public void Watch(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = Cpu();
        work();
        cpuSeconds += (Cpu() - before).TotalSeconds;
        wallSeconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
