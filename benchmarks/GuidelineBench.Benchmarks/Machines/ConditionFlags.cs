using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>What makes a measurement doubtful, in one sentence each.</summary>
internal static class ConditionFlags
{
    /// <summary>Above this share of its cores a machine was busy with other work.</summary>
    public const double LargestLoadPerCore = 0.3;

    /// <summary>(Highest - lowest) / highest clock over the rounds.</summary>
    public const double LargestClockSpread = 0.03;

    /// <summary>A clock that falls by more than this share against the first round was held back; a smaller fall is a spread.</summary>
    public const double LargestClockFall = 0.05;

    /// <summary>Share of the threads' time that other work may take; BenchmarkDotNet's own pauses between cells come to 5 % at most.</summary>
    public const double LargestLostShare = 0.1;

    public static ImmutableArray<ConditionFlag> AtStart(ConditionFacts facts) => [.. FlagsAtStart(facts)];

    /// <param name="clocksMHz">At the borders of the rounds, the start of the first one first.</param>
    public static ImmutableArray<string> OfClocks(IReadOnlyCollection<double> clocksMHz)
    {
        if (clocksMHz.Count == 0)
            return [];
        double fall = 1 - clocksMHz.Min() / clocksMHz.First();
        if (fall > LargestClockFall)
            return [FormattableString.Invariant($"The clock fell by {fall:P1} against the start of the first round ({clocksMHz.First():F0} to {clocksMHz.Min():F0} MHz): the processor was held back, or shared.")];
        double spread = 1 - clocksMHz.Min() / clocksMHz.Max();
        return spread <= LargestClockSpread
            ? []
            : [FormattableString.Invariant($"The clock varied by {spread:P1} between rounds ({clocksMHz.Min():F0} to {clocksMHz.Max():F0} MHz).")];
    }

    /// <param name="cores">Cores that worked for the process on average while cells were timed.</param>
    /// <param name="quotaCores">Cores whose time the process may use; null without a quota.</param>
    /// <param name="stoppedPeriods">Periods in which threads were stopped meanwhile because the quota was used up.</param>
    public static ImmutableArray<string> OfCoreShare(double cores, int threads, double? quotaCores = null, long stoppedPeriods = 0)
    {
        // What a quota below the threads takes is known from the start, and is not other work.
        double allowed = Math.Min(threads, quotaCores ?? threads), lost = 1 - cores / allowed;
        if (lost <= LargestLostShare)
            return [];
        if (quotaCores is null || stoppedPeriods == 0)
            return [FormattableString.Invariant($"Other work took {lost:P0} of the threads' time while cells were timed.")];
        return [FormattableString.Invariant(
            $"Other work, or others under the same CPU quota of {Cores(quotaCores.Value)} (used up {stoppedPeriods} times), took {lost:P0} of the threads' time while cells were timed.")];
    }

    /// <param name="quotaCores">Cores whose time the process may use; null without a quota.</param>
    /// <param name="cores">Cores that threads work on.</param>
    public static ImmutableArray<ConditionFlag> OfQuota(double? quotaCores, int cores) => quotaCores < cores
        ?
        [
            new(
                FormattableString.Invariant($"A CPU quota of {Cores(quotaCores.Value)} is less than the {cores} in use: threads are stopped each time it is used up."),
                "Lift it (docker run --cpus, CPUQuota=, cpu.max), or use no more threads than it has cores."),
        ]
        : [];

    private static IEnumerable<ConditionFlag> FlagsAtStart(ConditionFacts facts)
    {
        if (facts.Load / facts.Cores > LargestLoadPerCore)
            yield return new(
                FormattableString.Invariant($"The machine was busy with other work: load average {facts.Load:F2} on {facts.Cores} cores before the run."),
                "End other programs, or wait until they are done.");
        if (facts.Governor is not (null or "performance"))
            yield return new(
                $"The frequency governor is {facts.Governor}, not performance, so the clock follows the load.",
                "Set it, e.g. with cpupower frequency-set -g performance.");
        if (facts.IsVirtual)
            yield return new(
                "This is a virtual machine; its cores may be shared with others.",
                "Measure more rounds and repeat the run at another time of day, or measure on the bare machine.");
        if (facts.OnBattery)
            yield return new("The machine runs on battery, which limits the clock.", "Plug it in.");
        foreach (ConditionFlag flag in OfQuota(facts.QuotaCores, facts.Threads))
            yield return flag;
        if (facts.Threads > facts.Cores)
            yield return new(
                FormattableString.Invariant($"{facts.Threads} threads share {facts.Cores} cores."),
                "Use at most as many threads as there are cores.");
        else if (facts.Threads > facts.PhysicalCores)
            yield return new(
                FormattableString.Invariant($"{facts.Threads} threads share {facts.PhysicalCores} physical cores (SMT siblings in use)."),
                "Use at most one thread for each physical core, tied to cores with --cores.");
    }

    private static string Cores(double quota) => string.Create(CultureInfo.InvariantCulture, $"{quota:0.###} cores");
}
