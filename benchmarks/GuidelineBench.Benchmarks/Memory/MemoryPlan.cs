using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Requests;

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
