using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>Continues a run that was interrupted: only what was measured under the same terms goes into one file.</summary>
internal static class Resumption
{
    /// <returns>Rounds that every measured cell has.</returns>
    public static int FinishedRounds(ResultFile stored) =>
        stored.Cells.Where(cell => cell.Skipped is null).Select(cell => cell.Rounds.Length).DefaultIfEmpty(stored.Rounds).Min();

    /// <returns>Blocks that every cell has which has any.</returns>
    public static int FinishedBlocks(ResultFile stored) => stored.Cells.Select(cell => cell.Blocks.Length).DefaultIfEmpty().Max();

    /// <exception cref="RunException">The stored run was made under other terms.</exception>
    public static void Check(ResultFile stored, RunRequest request, MachineInfo machine, ImmutableArray<CellResult> cells)
    {
        Same("host", stored.Machine.Host, machine.Host);
        Same("processor", stored.Machine.Cpu, machine.Cpu);
        Same("instruction set", stored.Machine.Isa, machine.Isa);
        Same("number of cores", stored.Machine.Cores, machine.Cores);
        Same("seed", stored.Seed, request.Seed);
        Same("pause between rounds", stored.Conditions.CooldownSeconds, request.CooldownSeconds);
        Same("number of rounds", stored.Rounds, request.RoundCount);
        Same("devices", string.Join(", ", stored.Machine.Devices), string.Join(", ", machine.Devices));
        Same("pinned cores", string.Join(',', stored.Conditions.PinnedCores), string.Join(',', request.Cores.Processors));
        Same("engines", EnginesOf(stored.Engines), EnginesOf(RunRecord.Engines(request)));
        Same("number of cells", stored.Cells.Length, cells.Length);
        foreach ((CellResult before, CellResult now) in stored.Cells.Zip(cells))
            Same("cells", Identity(before), Identity(now));
        if (stored.Cells.Where(cell => cell.Skipped is null).Select(cell => cell.Rounds.Length).Distinct().Count() > 1)
            throw new RunException("The run cannot be resumed: its cells have different numbers of rounds.");
    }

    private static string EnginesOf(IEnumerable<EngineDescription> engines) =>
        string.Join(", ", engines.Select(engine => $"{engine.Name} {engine.Version} ({engine.Sha256})"));

    private static string Identity(CellResult cell) =>
        $"{string.Join('/', cell.Experiment, cell.Row, cell.Scale, cell.Setting)}, {string.Join(", ", CellAxes.All.Select(axis => axis.InWords(cell)).OfType<string>())}, graph {cell.GraphChecksum}";

    private static void Same<T>(string what, T stored, T now)
    {
        if (!EqualityComparer<T>.Default.Equals(stored, now))
            throw new RunException($"The run cannot be resumed: {what} was {stored} and is {now} now.");
    }
}

/// <summary>Which rounds make the first and the last minute of a sustained run.</summary>
/// <param name="First">Indices of rounds that started in the first minute.</param>
/// <param name="Last">Indices of rounds that started in the last minute, the last round in any case.</param>
internal sealed record SustainedWindows(ImmutableArray<int> First, ImmutableArray<int> Last)
{
    /// <summary>Length of a window. Short enough for a board to be still cool, long enough for several rounds of a few cells.</summary>
    public const double Seconds = 60;

    /// <param name="starts">Of each round since the first began, ascending, seconds.</param>
    /// <param name="end">Of the last round, seconds.</param>
    public static SustainedWindows Of(IReadOnlyList<double> starts, double end) => new(
        [.. Enumerable.Range(0, starts.Count).Where(round => starts[round] < Seconds)],
        [.. Enumerable.Range(0, starts.Count).Where(round => starts[round] >= Math.Min(end - Seconds, starts[^1]))]);

    /// <returns>Null for a cell without times.</returns>
    public SustainedTimes? Compare(CellResult cell) => cell.Rounds.Length <= Last[^1]
        ? null
        : new SustainedTimes(
            CellNumbers.MedianOfMedians(First.Select(round => cell.Rounds[round])),
            CellNumbers.MedianOfMedians(Last.Select(round => cell.Rounds[round])));
}
