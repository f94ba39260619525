using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Benchmarks.Blocks;

/// <summary>
/// The cells that claims compare with each other: all rows of one experiment at one scale, in every way in which they are run.
/// They are visited together, pass by pass in turn.
/// </summary>
internal sealed class Panel
{
    /// <summary>
    /// From this time of a pass on it is timed operator by operator and the floors are added up: the scheduler of a shared
    /// machine hits most passes of 20 ms somewhere, and few operators of 2 ms.
    /// </summary>
    private const double WholePassNs = 4e6;

    /// <summary>
    /// A cell's passes that follow each other before the next one's turn: the shorter this is, the more alike is what
    /// disturbs them.
    /// </summary>
    private const double StayNs = 8e6;

    private Panel(ImmutableArray<MeasuredCell> cells)
    {
        Cells = cells;
        (Experiment, Scale) = (cells[0].Definition.Subject.Experiment, cells[0].Definition.Subject.Scale!.Value.Label());
        ImmutableArray<MeasuredCell> headline = [.. cells.Where(IsOfHeadline)];
        Headline = headline.Length == cells.Length ? [] : headline;
        IsLong = cells.Max(cell => cell.PassNs) > WholePassNs;
    }

    public string Experiment { get; }

    public string Scale { get; }

    public ImmutableArray<MeasuredCell> Cells { get; }

    /// <summary>Those that the guideline's word rests on, among others; empty where the run has none or nothing else. They are visited more.</summary>
    public ImmutableArray<MeasuredCell> Headline { get; }

    private bool IsLong { get; }

    /// <summary>
    /// Whether passes are timed operator by operator, all of a backend alike, so that what the clock costs between operators falls
    /// out of their ratios. A device is left to run its operators one after the other by itself.
    /// </summary>
    public bool IsByStep(MeasuredCell cell) => IsLong && cell.HasSteps && cell.Definition.Device is null;

    /// <summary>
    /// Passes that a cell makes before the others' turn and nobody times: they bring its weights and maps back into the caches.
    /// A long pass brings each operator's maps back by the operator before it.
    /// </summary>
    public int WarmingPasses(MeasuredCell cell) => IsByStep(cell) ? 0 : 1;

    /// <summary>Planned time of one turn of some of the cells, each once.</summary>
    public double TurnSeconds(ImmutableArray<MeasuredCell> cells) => cells.Sum(cell => (WarmingPasses(cell) + TimedPasses(cell)) * cell.PassNs) / 1e9;

    /// <summary>Timed passes of a cell in one turn.</summary>
    public static int TimedPasses(MeasuredCell cell) => Math.Max(1, (int)(StayNs / cell.PassNs));

    /// <summary>Whether a guideline's word rests on a cell.</summary>
    public static bool IsOfHeadline(MeasuredCell cell) =>
        ExperimentCatalogue.Find(cell.Definition.Subject.Experiment) is { } experiment &&
        experiment.Contrasts.Any(contrast => contrast.Headline && (contrast.Baseline == cell.Definition.Subject.Row || contrast.Against == cell.Definition.Subject.Row));

    /// <summary>Whether a word, or what explains it, rests on a cell.</summary>
    public static bool IsCompared(MeasuredCell cell) =>
        IsOfHeadline(cell) || ExperimentCatalogue.Find(cell.Definition.Subject.Experiment)?.ControlRows.Any(row => row.Label == cell.Definition.Subject.Row) == true;

    /// <param name="onlyCompared">Whether cells on which no word rests are left to the rounds.</param>
    /// <returns>One for each experiment and scale that has two cells or more; networks are compared with none.</returns>
    public static ImmutableArray<Panel> Of(IEnumerable<MeasuredCell> cells, bool onlyCompared) =>
    [
        .. from cell in cells
           where cell.Definition.Subject.Scale is not null && (!onlyCompared || IsCompared(cell))
           group cell by (cell.Definition.Subject.Experiment, cell.Definition.Subject.Scale) into together
           where together.Count() > 1
           select new Panel([.. together]),
    ];
}

/// <summary>
/// In which order the passes of a visit follow each other: there and back (A B C, C B A), each pair of turns in a new random
/// order. A drift within the visit falls out, and which cell follows which is chance.
/// </summary>
internal static class VisitOrder
{
    /// <param name="cells">1 or more.</param>
    /// <param name="pairs">Pairs of turns.</param>
    /// <returns>Indices of cells; each stands 2 * <paramref name="pairs"/> times.</returns>
    public static IEnumerable<int> Of(int cells, int pairs, Random random)
    {
        int[] order = [.. Enumerable.Range(0, cells)];
        for (int pair = 0; pair < pairs; pair++)
        {
            random.Shuffle(order);
            foreach (int cell in order)
                yield return cell;
            for (int position = order.Length - 1; position >= 0; position--)
                yield return order[position];
        }
    }
}
