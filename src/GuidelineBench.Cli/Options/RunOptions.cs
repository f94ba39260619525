using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Execution.Backends;
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
        BatchName, "LIST", $"Images per forward pass, 1 to {MostBatch}; several, separated by commas, are measured in the same rounds (default {SpecificationOption.Default.Batches[0]}).", 1, MostBatch);

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
        SeedName, "N", $"Seed of weights, inputs and the order of cells, 0 or more (default {SpecificationOption.Default.Seed}).", 0, int.MaxValue);

    /// <summary>The program as its own command lines name it.</summary>
    public const string Program = "./run.sh";

    public ImmutableArray<SpecificationOption> All => [.. cells.All, .. placement.All, .. Amounts];

    private ImmutableArray<SpecificationOption> Amounts =>
    [
        SpecificationOption.Of(cores, (run, set) => run with { Cores = set }, run => run.Cores.IsPinned ? ProcessorList.Write(run.Cores.Processors) : null),
        SpecificationOption.Of(batches, (run, numbers) => run with { Batches = numbers }, run => string.Join(',', run.Batches.Select(batch => NumberText.Write(batch)))),
        SpecificationOption.Of(rounds, (run, number) => run with { Rounds = number }, run => run.Rounds is { } number ? NumberText.Write(number) : null),
        SpecificationOption.Of(cooldown, (run, seconds) => run with { CooldownSeconds = seconds }, run => run.CooldownSeconds is { } seconds ? NumberText.Write(seconds) : null),
        SpecificationOption.Of(sustained, (run, time) => run with { Sustained = time }, run => run.Sustained is { } time ? DurationOption.Write(time) : null),
        SpecificationOption.Of(budget, (run, time) => run with { Budget = time }, run => run.Budget is { } time ? DurationOption.Write(time) : null),
        SpecificationOption.Switch(quick, run => run with { Quick = true }, run => run.Quick),
        SpecificationOption.Of(seed, (run, number) => run with { Seed = number }, run => NumberText.Write(run.Seed)),
    ];

    /// <exception cref="CommandException">Options do not go together.</exception>
    public RunSpecification Read(ParseResult result)
    {
        RunSpecification run = cells.All.Read(result, SpecificationOption.Default);
        if (!run.Subjects().Any())
            throw CommandException.Unusable(
                "nothing to measure", $"{CellOptions.TablesName} none", $"1, 2, 3, 4, all, or none together with {CellOptions.NetworksName}");
        run = Amounts.Read(result, placement.Read(result, run));
        if (run.Cores.IsPinned && run.Cores.Processors.Length < run.Threads)
            throw CommandException.Unusable(
                FormattableString.Invariant($"{run.Cores.Processors.Length} cores for {run.Threads} threads"), CoresName, "at least one core for each thread");
        foreach ((string name, bool isGiven) in new[] { (RoundsName, run.Rounds is not null), (CooldownName, run.CooldownSeconds is not null), (SustainedName, run.Sustained is not null) })
            if (isGiven && run.Budget is not null)
                throw CommandException.Unusable("cannot go together", $"{BudgetName} and {name}", "one of them; a fixed plan of rounds takes the time that it takes");
        return run is { CooldownSeconds: not null, Sustained: not null }
            ? throw CommandException.Unusable("cannot go together", $"{CooldownName} and {SustainedName}", "one of them; pauses would cool what is to get warm")
            : run;
    }

    /// <summary>As <see cref="Read"/>, with the engines that people deploy beside our kernels where nothing else is asked for.</summary>
    /// <exception cref="CommandException">Options do not go together.</exception>
    public RunSpecification ReadWithEngines(ParseResult result)
    {
        RunSpecification run = Read(result);
        return Given(result).Any(option => option.Option.Name is BackendOption.Name or BackendOptions.DeviceName)
            ? run
            : run with { Backends = [.. run.Backends, .. BackendCatalogue.All.Where(backend => backend is IEngineBackend { Unusable: null } && backend.Abilities.Orders.Intersect(run.Orders).Any())] };
    }

    /// <summary>The shortest command line that asks for a run.</summary>
    public static string Command(RunSpecification run) => string.Join(
        ' ', [$"{Program} run", .. Arguments(run).Select(argument => argument.Value.Length == 0 ? argument.Name : $"{argument.Name} {Quoted(argument.Value)}")]);

    /// <summary>Options that differ from their defaults, by name; a switch has an empty value.</summary>
    public static IEnumerable<(string Name, string Value)> Arguments(RunSpecification run) =>
        from option in new RunOptions().All
        let value = option.Write(run)
        where value is not null
        select (option.Option.Name, value);

    /// <summary>Options that were given.</summary>
    public IEnumerable<SpecificationOption> Given(ParseResult result) => All.Where(option => result.GetResult(option.Option) is { Implicit: false });

    /// <summary>Labels of networks hold spaces and parentheses; none holds a quote.</summary>
    private static string Quoted(string value) => value.AsSpan().ContainsAny(" ()") ? $"\"{value}\"" : value;

    private static CoreSet ReadCores(string text) => CoreAffinity.IsSupported
        ? CoreList.Read(CoresName, text)
        : throw CommandException.Unusable("cores cannot be chosen on this system", CoresName, "leaving them to the system");
}
