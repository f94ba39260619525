using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Options;

/// <summary>The options that say what a run measures and how; not where it writes.</summary>
internal sealed class RunOptions
{
    public const string CoresName = "--cores", BatchName = "--batch", RoundsName = "--rounds",
        QuickName = "--quick", SeedName = "--seed", CooldownName = "--cooldown", SustainedName = "--sustained", BudgetName = "--budget";

    private const int MostBatch = 1024, MostRounds = 1000, MostCooldown = 3600;

    private readonly CellOptions cells = new();

    private readonly PlacementOptions placement = new(takesLists: true);

    private readonly Option<CoreSet?> cores = ValueOption.Create<CoreSet?>(
        CoresName, "LIST", $"Cores that the threads are tied to, at least one for each thread: numbers as 0,1 or 0-3, or a kind where there are several: {CoreKind.Words} (default: the system places them).", ReadCores);

    private readonly Option<ImmutableArray<int>?> batches = ValueOption.Numbers(
        BatchName, "LIST", $"Images per forward pass, 1 to {MostBatch}; several, separated by commas, are measured in the same rounds (default {RunSettings.DefaultBatch}).", 1, MostBatch);

    private readonly Option<int?> rounds = ValueOption.Number(
        RoundsName, "N", $"Rounds, 1 to {MostRounds}; every round measures all cells (default {RunRequest.DefaultRounds}, {RunRequest.QuickRounds} with {QuickName}).", 1, MostRounds);

    private readonly Option<int?> cooldown = ValueOption.Number(
        CooldownName, "SECONDS", $"Pause between two rounds, 1 to {MostCooldown} seconds, so that a board can cool (default none).", 1, MostCooldown);

    private readonly Option<TimeSpan?> sustained = DurationOption.Create(
        SustainedName, $"Go on with rounds for so long, and compare the first minute with the last (default: as many rounds as {RoundsName} says).", TimeSpan.FromMinutes(2), TimeSpan.FromHours(24));

    private readonly Option<TimeSpan?> budget = DurationOption.Create(
        BudgetName, "Time that the run may take, report included: cells that are compared are visited in turn until every word is decided or the time is up (default 4m, 1m with --quick).", TimeSpan.FromSeconds(30), TimeSpan.FromHours(24));

    private readonly Option<bool> quick = new(QuickName)
    {
        Description = "The same cells in fewer and shorter rounds.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<int?> seed = ValueOption.Number(
        SeedName, "N", $"Seed of weights, inputs and the order of cells, 0 or more (default {RunSettings.DefaultSeed}).", 0, int.MaxValue);

    public IReadOnlyList<Option> All => [.. cells.All, .. placement.All, cores, batches, rounds, cooldown, sustained, budget, quick, seed];

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
        foreach ((string name, bool isGiven) in new[] { (RoundsName, result.GetValue(rounds) is not null), (CooldownName, result.GetValue(cooldown) is not null), (SustainedName, result.GetValue(sustained) is not null) })
            if (isGiven && result.GetValue(budget) is not null)
                throw CommandException.Unusable("cannot go together", $"{BudgetName} and {name}", "one of them; a fixed plan of rounds takes the time that it takes");
        if (result.GetValue(cooldown) is not null && result.GetValue(sustained) is not null)
            throw CommandException.Unusable("cannot go together", $"{CooldownName} and {SustainedName}", "one of them; pauses would cool what is to get warm");
        bool isQuick = result.GetValue(quick);
        return new RunSettings(
            selection,
            place,
            coreSet,
            result.GetValue(batches) ?? [RunSettings.DefaultBatch],
            result.GetValue(rounds),
            isQuick,
            result.GetValue(seed) ?? RunSettings.DefaultSeed)
        {
            CooldownSeconds = result.GetValue(cooldown),
            Sustained = result.GetValue(sustained),
            Budget = result.GetValue(budget),
        };
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
