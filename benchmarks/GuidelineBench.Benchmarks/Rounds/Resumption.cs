using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>Continues a run that was interrupted: only what was measured under the same terms goes into one file.</summary>
public static class Resumption
{
    /// <summary>The request that made a file, as far as the file tells; the rest is copied from <paramref name="template"/>.</summary>
    /// <param name="template">Backend, folder and verification; its other members are replaced.</param>
    /// <exception cref="RunException">The file holds no cells.</exception>
    public static RunRequest RequestFor(ResultFile stored, RunRequest template)
    {
        if (stored.Cells.IsEmpty)
            throw new RunException("The result file holds no cells, so there is nothing to resume; start a new run.");
        CellResult first = stored.Cells[0];
        return template with
        {
            Tables = [.. stored.Cells.Select(cell => cell.Experiment).Distinct()],
            Rows = [.. stored.Cells.Select(cell => cell.Row).Distinct()],
            Setting = first.Setting == "gpu" ? ChannelSetting.Gpu : ChannelSetting.Cpu,
            Scales = [.. Scales.All.Where(scale => stored.Cells.Any(cell => cell.Scale == scale.Label()))],
            Threads = first.Threads,
            Cores = new CoreSet(stored.Conditions.PinnedCores),
            Batch = first.Batch,
            Orders = [.. ExecutionOrders.All.Where(order => stored.Cells.Any(cell => cell.Execution == order.Label()))],
            Rounds = stored.Rounds,
            Quick = SamplesInFirstRound(stored) is { } samples ? samples <= SampleCount.QuickMost : template.Quick,
            Seed = stored.Seed,
            Command = stored.Command,
            Resume = stored,
        };
    }

    /// <returns>Rounds that every measured cell has.</returns>
    internal static int FinishedRounds(ResultFile stored) =>
        stored.Cells.Where(cell => cell.Skipped is null).Select(cell => cell.Rounds.Length).DefaultIfEmpty(stored.Rounds).Min();

    /// <exception cref="RunException">The stored run was made under other terms.</exception>
    internal static void Check(ResultFile stored, RunRequest request, MachineInfo machine, ImmutableArray<CellResult> cells)
    {
        Same("host", stored.Machine.Host, machine.Host);
        Same("processor", stored.Machine.Cpu, machine.Cpu);
        Same("instruction set", stored.Machine.Isa, machine.Isa);
        Same("number of cores", stored.Machine.Cores, machine.Cores);
        Same("seed", stored.Seed, request.Seed);
        Same("number of rounds", stored.Rounds, request.RoundCount);
        Same("pinned cores", string.Join(',', stored.Conditions.PinnedCores), string.Join(',', request.Cores.Processors));
        Same("number of cells", stored.Cells.Length, cells.Length);
        foreach ((CellResult before, CellResult now) in stored.Cells.Zip(cells))
            Same("cells", Identity(before), Identity(now));
        if (stored.Cells.Where(cell => cell.Skipped is null).Select(cell => cell.Rounds.Length).Distinct().Count() > 1)
            throw new RunException("The run cannot be resumed: its cells have different numbers of rounds.");
    }

    private static int? SamplesInFirstRound(ResultFile stored) =>
        stored.Cells.FirstOrDefault(cell => !cell.Rounds.IsEmpty)?.Rounds[0].Length;

    private static string Identity(CellResult cell) => FormattableString.Invariant(
        $"{cell.Experiment}/{cell.Row}/{cell.Scale} {cell.Setting} {cell.Backend} {cell.Variant} {cell.Execution}, {cell.Threads} threads, batch {cell.Batch}, graph {cell.GraphChecksum}");

    private static void Same<T>(string what, T stored, T now)
    {
        if (!EqualityComparer<T>.Default.Equals(stored, now))
            throw new RunException($"The run cannot be resumed: {what} was {stored} and is {now} now.");
    }
}
