using System.Diagnostics;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>Passes that last at least a given time whatever else the machine does.</summary>
internal static class Spinning
{
    public static Action For(double Milliseconds) => () =>
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < Milliseconds)
        {
        }
    };
}
