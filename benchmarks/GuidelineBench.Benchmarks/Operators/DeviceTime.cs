using System.Diagnostics;
using GuidelineBench.Core.Statistics;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Operators;

/// <summary>The time of a forward pass by the device's own clock, in passes of their own.</summary>
internal static class DeviceTime
{
    private const int MostPasses = 50, LeastPasses = 3;

    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(200);

    /// <param name="plan">With its input written.</param>
    /// <returns>The median, nanoseconds; null where the plan is not on a device with a clock.</returns>
    public static double? MeasureNs(IPlan plan)
    {
        if (plan is not IDevicePlan onDevice)
            return null;
        // The first pass finds the device idle and its clock low.
        plan.Run();
        var passes = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (passes.Count < LeastPasses || (passes.Count < MostPasses && Stopwatch.GetElapsedTime(start) < Budget))
        {
            if (onDevice.RunOnDeviceClock() is not { } ns)
                return null;
            passes.Add(ns);
        }

        return Medians.Median(passes) is > 0 and var median ? median : null;
    }
}
