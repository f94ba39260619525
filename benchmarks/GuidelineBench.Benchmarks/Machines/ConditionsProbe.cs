using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Reads under which conditions the machine works.</summary>
public static class ConditionsProbe
{
    /// <summary>To be called before the process itself makes a load.</summary>
    public static Conditions AtStart(int threads, CoreSet cores) =>
        AtStart(threads, cores, SystemFiles.OfThisMachine, CoreAffinity.UsableProcessors());

    /// <summary>Takes a few milliseconds of one core.</summary>
    public static RoundConditions Now() =>
        new(Math.Round(ClockProbe.MeasureMHz(), 1), Sensors.TemperatureC(SystemFiles.OfThisMachine));

    /// <summary>What the system shows about a clock that is held back.</summary>
    internal static ThrottleState Throttling() => ThrottleState.Read(SystemFiles.OfThisMachine);

    /// <summary>The tightest quota that holds for this process, cores; null without one.</summary>
    public static double? QuotaCores() => CpuQuota.Cores(SystemFiles.OfThisMachine);

    /// <summary>Periods in which threads were stopped because a quota was used up.</summary>
    internal static long StoppedPeriods() => CpuQuota.StoppedPeriods(SystemFiles.OfThisMachine);

    /// <summary>What is doubtful about measuring on this machine now, with advice: on one thread, but for a quota, which any number of threads may feel.</summary>
    public static ImmutableArray<ConditionFlag> FlagsOfMachine() => FlagsOfMachine(SystemFiles.OfThisMachine, CoreAffinity.UsableProcessors());

    internal static ImmutableArray<ConditionFlag> FlagsOfMachine(SystemFiles files, int[] usable)
    {
        ConditionFacts facts = Facts(threads: 1, CoreSet.Any, files, usable);
        return [.. ConditionFlags.AtStart(facts with { QuotaCores = null }), .. ConditionFlags.OfQuota(facts.QuotaCores, facts.Cores)];
    }

    internal static Conditions AtStart(int threads, CoreSet cores, SystemFiles files, int[] usable)
    {
        ConditionFacts facts = Facts(threads, cores, files, usable);
        return new Conditions
        {
            Load = facts.Load,
            Governor = facts.Governor,
            PinnedCores = cores.Processors,
            Flags = [.. ConditionFlags.AtStart(facts).Select(flag => flag.Sentence)],
        };
    }

    private static ConditionFacts Facts(int threads, CoreSet cores, SystemFiles files, int[] usable)
    {
        ImmutableArray<int> used = cores.IsPinned ? cores.Processors : [.. usable];
        return new ConditionFacts(
            threads,
            Math.Min(usable.Length, Environment.ProcessorCount),
            CoreTopology.PhysicalCores(files, cores.IsPinned ? used.Take(threads) : used),
            Sensors.Load(files),
            Sensors.Governor(files, used),
            VirtualMachine.IsShown(files),
            Sensors.OnBattery(files),
            CpuQuota.Cores(files));
    }
}

/// <summary>What is known about the state of a machine when a run starts.</summary>
/// <param name="Cores">Logical processors that the process may use.</param>
/// <param name="PhysicalCores">Physical cores under the logical processors that the threads may run on.</param>
/// <param name="Load">One-minute load average; null where unknown.</param>
/// <param name="Governor">Null where the system shows none.</param>
/// <param name="QuotaCores">Cores whose time the process may use; null without a quota.</param>
internal sealed record ConditionFacts(
    int Threads,
    int Cores,
    int PhysicalCores,
    double? Load,
    string? Governor,
    bool IsVirtual,
    bool OnBattery,
    double? QuotaCores = null);

/// <summary>Something that makes a measurement doubtful.</summary>
/// <param name="Sentence">What it is, as stored in the result file.</param>
/// <param name="Advice">What can be done about it, one sentence.</param>
public sealed record ConditionFlag(string Sentence, string Advice);
