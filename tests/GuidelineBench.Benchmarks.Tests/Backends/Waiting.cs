using System.Diagnostics;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>Passes that last at least a given time whatever else the machine does, and leave it the processor meanwhile.</summary>
internal static class Waiting
{
    public static Action For(double milliseconds) => () =>
    {
        long start = Stopwatch.GetTimestamp();
        while (milliseconds - Stopwatch.GetElapsedTime(start).TotalMilliseconds is > 0 and var left)
            Thread.Sleep(Math.Max(1, (int)left));
    };
}
