using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Benchmarks.Memory;

/// <summary>
/// Whether a run fits in memory, and how: all plans are kept from round to round where they fit together, else each is
/// compiled again when its turn comes.
/// </summary>
/// <param name="KeepsPlans">Whether plans are kept; if not, one exists at a time.</param>
internal sealed record MemoryPlan(bool KeepsPlans)
{
    /// <summary>Kept plans may take half of what is free: the rest of the system goes on using memory during a run.</summary>
    private const int FreePerKept = 2;

    /// <exception cref="NotEnoughMemoryException">A cell needs more than is free on its own.</exception>
    /// <exception cref="RunException">A map has more values than an array can hold.</exception>
    public static MemoryPlan Of(ImmutableArray<CellDefinition> cells, long freeBytes)
    {
        foreach (CellDefinition cell in cells)
            MemoryCheck.RefuseEndlessMaps(NameOf(cell), cell.Subject.Graph, cell.Options.Batch);
        ImmutableArray<MemoryNeed> needs = [.. cells.Select(MemoryNeed.Of)];
        int largest = Enumerable.Range(0, needs.Length).MaxBy(index => needs[index].Bytes);
        MemoryCheck.RefuseTooLarge(NameOf(cells[largest]), needs[largest], freeBytes);
        long kept = needs.Sum(need => need.PlanBytes) + needs.Max(need => need.PreparationBytes);
        return new MemoryPlan(kept <= freeBytes / FreePerKept);
    }

    /// <param name="freeNow">Bytes.</param>
    /// <returns>Whether several plans of one cell may exist side by side to be compared.</returns>
    public static bool HasRoomFor(MemoryNeed need, int plans, long freeNow) =>
        plans * need.PlanBytes + need.PreparationBytes <= freeNow / FreePerKept;

    private static string NameOf(CellDefinition cell) => cell.Options.Batch == 1 ? $"{cell} at batch 1" : cell.ToString();
}

/// <summary>Refuses what cannot be run in the memory that is there, before anything is allocated.</summary>
public static class MemoryCheck
{
    /// <param name="what">What is to be run, for the message.</param>
    /// <exception cref="NotEnoughMemoryException">More is needed than is free.</exception>
    public static void RefuseTooLarge(string what, MemoryNeed need, long freeBytes)
    {
        if (need.Bytes > freeBytes)
            throw new NotEnoughMemoryException($"not enough memory: {what} needs about {Size(need.Bytes)}, free are {Size(freeBytes)}");
    }

    /// <param name="what">What is to be run, for the message.</param>
    /// <exception cref="RunException">A map has more values than an array can hold.</exception>
    public static void RefuseEndlessMaps(string what, Graph graph, int batch)
    {
        long values = batch * graph.Nodes.Max(node => node.Output.Elements);
        if (values > Array.MaxLength)
            throw new RunException(FormattableString.Invariant($"{what} has a map of {values} values; {Array.MaxLength} are allowed."));
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):F1} GiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB"),
    };
}

/// <summary>A run does not fit in memory; the message is one line for the user, with what is needed and what is free.</summary>
public sealed class NotEnoughMemoryException(string message) : Exception(message);

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
