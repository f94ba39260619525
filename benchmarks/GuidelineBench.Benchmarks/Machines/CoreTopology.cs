using System.Collections.Immutable;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Which logical processors share a physical core.</summary>
internal static class CoreTopology
{
    /// <returns>Physical cores under the given logical processors; each counts for itself where the system does not say.</returns>
    public static int PhysicalCores(SystemFiles files, IEnumerable<int> processors) =>
        processors.Select(processor => FirstSibling(files, processor)).Distinct().Count();

    /// <returns>The first logical processor on the same physical core; the processor itself where the system does not say.</returns>
    public static int FirstSibling(SystemFiles files, int processor) => Siblings(files, processor) is [int first, ..] ? first : processor;

    /// <returns>The logical processors on the same physical core, this one among them; empty where the system does not say.</returns>
    public static ImmutableArray<int> Siblings(SystemFiles files, int processor)
    {
        ImmutableArray<int> siblings = ProcessorList.Parse(files.Read($"sys/devices/system/cpu/cpu{processor}/topology/thread_siblings_list") ?? "");
        return siblings.Contains(processor) ? siblings : [];
    }
}
