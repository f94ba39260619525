using System.CommandLine;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Options;

/// <summary>The options that say what a run measures and how; not where it writes.</summary>
internal sealed class RunOptions
{
    public const string CoresName = "--cores", BatchName = "--batch", RoundsName = "--rounds",
        QuickName = "--quick", SeedName = "--seed";

    private const int MostBatch = 1024, MostRounds = 1000;

    private readonly CellOptions cells = new();

    private readonly PlacementOptions placement = new(takesLists: true);

    private readonly Option<CoreSet?> cores = ValueOption.Create<CoreSet?>(
        CoresName, "LIST", "Cores that the threads are tied to, at least one for each thread, e.g. 0,1 or 0-3 (default: the system places them).", ReadCores);

    private readonly Option<int?> batch = ValueOption.Number(
        BatchName, "N", $"Images per forward pass, 1 to {MostBatch} (default {RunSettings.DefaultBatch}).", 1, MostBatch);

    private readonly Option<int?> rounds = ValueOption.Number(
        RoundsName, "N", $"Rounds, 1 to {MostRounds}; every round measures all cells (default {RunRequest.DefaultRounds}, {RunRequest.QuickRounds} with {QuickName}).", 1, MostRounds);

    private readonly Option<bool> quick = new(QuickName)
    {
        Description = "The same cells in fewer and shorter rounds.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<int?> seed = ValueOption.Number(
        SeedName, "N", $"Seed of weights, inputs and the order of cells, 0 or more (default {RunSettings.DefaultSeed}).", 0, int.MaxValue);

    public IReadOnlyList<Option> All => [.. cells.All, .. placement.All, cores, batch, rounds, quick, seed];

    /// <exception cref="CommandException">Options do not go together.</exception>
    public RunSettings Read(ParseResult result)
    {
        CellSelection selection = cells.Read(result);
        if (!selection.Subjects().Any())
            throw CommandException.Unusable(
                "nothing to measure", $"{CellOptions.TablesName} none", $"1, 2, 3, 4, all, or none together with {CellOptions.NetworksName}");
        Placement place = placement.Read(result);
        CoreSet coreSet = result.GetValue(cores) ?? CoreSet.Any;
        if (coreSet.IsPinned && coreSet.Processors.Length < place.Threads)
            throw CommandException.Unusable(
                FormattableString.Invariant($"{coreSet.Processors.Length} cores for {place.Threads} threads"), CoresName, "at least one core for each thread");
        bool isQuick = result.GetValue(quick);
        return new RunSettings(
            selection,
            place,
            coreSet,
            result.GetValue(batch) ?? RunSettings.DefaultBatch,
            result.GetValue(rounds) ?? RunSettings.DefaultRounds(isQuick),
            isQuick,
            result.GetValue(seed) ?? RunSettings.DefaultSeed);
    }

    /// <summary>Names of the options that were given.</summary>
    public IEnumerable<string> Given(ParseResult result) =>
        from option in All
        where result.GetResult(option) is { Implicit: false }
        select option.Name;

    private static CoreSet ReadCores(string text) => CoreAffinity.IsSupported
        ? CoreList.Read(CoresName, text)
        : throw CommandException.Unusable("cores cannot be chosen on this system", CoresName, "leaving them to the system");
}
