using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
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

    /// <summary>What is doubtful about measuring now, with advice.</summary>
    public static ImmutableArray<ConditionFlag> FlagsAtStart(int threads, CoreSet cores) =>
        ConditionFlags.AtStart(Facts(threads, cores, SystemFiles.OfThisMachine, CoreAffinity.UsableProcessors()));

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
            IsVirtual(files),
            Sensors.OnBattery(files));
    }

    private static bool IsVirtual(SystemFiles files) =>
        ProcessorDescription.Parse(files.Read("proc/cpuinfo") ?? "").IsVirtual
        // Arm processors do not announce a hypervisor; the firmware's tables name the common ones.
        || files.Read("sys/class/dmi/id/sys_vendor") is "QEMU" or "VMware, Inc." or "Xen" or "innotek GmbH" or "Parallels International GmbH."
        || files.Read("sys/class/dmi/id/product_name") is "Virtual Machine" or "KVM" or "Google Compute Engine";
}
