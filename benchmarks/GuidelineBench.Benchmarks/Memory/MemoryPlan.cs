using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Rounds;

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
            RefuseEndlessMaps(cell);
        ImmutableArray<MemoryNeed> needs = [.. cells.Select(MemoryNeed.Of)];
        int largest = Enumerable.Range(0, needs.Length).MaxBy(index => needs[index].Bytes);
        if (needs[largest].Bytes > freeBytes)
            throw new NotEnoughMemoryException(
                FormattableString.Invariant($"not enough memory: {cells[largest].Label} at batch {cells[largest].Options.Batch} needs about {Size(needs[largest].Bytes)}, free are {Size(freeBytes)}"));
        long kept = needs.Sum(need => need.PlanBytes) + needs.Max(need => need.PreparationBytes);
        return new MemoryPlan(kept <= freeBytes / FreePerKept);
    }

    /// <param name="freeNow">Bytes.</param>
    /// <returns>Whether several plans of one cell may exist side by side to be compared.</returns>
    public static bool HasRoomFor(MemoryNeed need, int plans, long freeNow) =>
        plans * need.PlanBytes + need.PreparationBytes <= freeNow / FreePerKept;

    private static void RefuseEndlessMaps(CellDefinition cell)
    {
        long values = cell.Options.Batch * cell.Subject.Graph.Nodes.Max(node => node.Output.Elements);
        if (values > Array.MaxLength)
            throw new RunException(FormattableString.Invariant(
                $"{cell.Label} at batch {cell.Options.Batch} has a map of {values} values; {Array.MaxLength} are allowed."));
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):F1} GiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB"),
    };
}
