using GuidelineBench.Benchmarks.Requests;

namespace GuidelineBench.Benchmarks.Memory;

/// <summary>Gives back what preparing a cell took.</summary>
internal static class MemoryRelease
{
    /// <summary>Below it the next cells' arrays make the collector run soon enough, and collecting would cost more than it frees.</summary>
    private const long WorthCollecting = 16 << 20;

    /// <summary>
    /// The parameters as they were before packing, and maps that were compared, are garbage now. The collector does not
    /// see that the next plan is about to take native memory, so it is told, and gives what is free back to the system.
    /// </summary>
    public static void AfterPreparing(CellDefinition definition)
    {
        if (MemoryNeed.Of(definition).PreparationBytes >= WorthCollecting)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
