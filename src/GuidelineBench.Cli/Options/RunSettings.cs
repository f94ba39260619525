using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Options;

/// <summary>What a run measures, and how: everything that a resumed run must have in common with its beginning.</summary>
internal sealed record RunSettings(
    CellSelection Cells,
    Placement Placement,
    CoreSet Cores,
    ImmutableArray<int> Batches,
    int? Rounds,
    bool Quick,
    int Seed)
{
    /// <summary>Pause between rounds; null: none.</summary>
    public int? CooldownSeconds { get; init; }

    /// <summary>Time that the run may take, the report included; null: the usual.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Whether claims rest on blocks, which go on until they are decided; a fixed plan has rounds alone.</summary>
    public bool IsDecidedByBlocks => Rounds is null && CooldownSeconds is null && Sustained is null && !Cells.Experiments.IsEmpty;

    /// <summary>From the start of the program to the last sample.</summary>
    public TimeSpan SamplingTime => (Budget ?? (Quick ? QuickBudget : DefaultBudget)) - AfterSampling;

    /// <summary>How long rounds go on; null: as many as are asked for.</summary>
    public TimeSpan? Sustained { get; init; }

    public const int DefaultThreads = 1, DefaultBatch = 1, DefaultSeed = 1;

    public const ExecutionOrder DefaultOrder = ExecutionOrder.Layer;

    public const LaunchMode DefaultLaunch = LaunchMode.Stream;

    public const MathMode DefaultMath = MathMode.Fp32;

    public const string Program = "./run.sh";

    /// <summary>The shortest command line that asks for this run.</summary>
    public string Command
    {
        get
        {
            IEnumerable<string> words = Arguments.Select(argument => argument.Value.Length == 0 ? argument.Key : $"{argument.Key} {Quoted(argument.Value)}");
            return string.Join(' ', [Program, "run", .. words]);
        }
    }

    /// <summary>Options that differ from their defaults, by name; a switch has an empty value.</summary>
    public IReadOnlyDictionary<string, string> Arguments
    {
        get
        {
            var arguments = new Dictionary<string, string>();
            if (Cells.Experiments.Length != ExperimentCatalogue.All.Length)
                arguments.Add(CellOptions.TablesName, Cells.Experiments.IsEmpty ? "none" : string.Join(',', Cells.Experiments.Select(experiment => NumberText.Write(experiment.Table))));
            if (!Cells.Networks.Names.IsEmpty)
                arguments.Add(CellOptions.NetworksName, string.Join(',', Cells.Networks.Names));
            if (Cells.Rows is { } rows)
                arguments.Add(CellOptions.RowsName, string.Join(',', rows));
            if (Cells.Setting != ChannelSetting.Cpu)
                arguments.Add(CellOptions.SettingName, "gpu");
            if (Cells.Scales.Length != Scales.All.Length)
                arguments.Add(CellOptions.ScaleName, string.Join(',', Cells.Scales.Select(scale => scale.Label())));
            if (Placement.Backends is not [var backend] || backend.Name != BackendOption.Default.Name)
                arguments.Add(BackendOption.Name, string.Join(',', Placement.Backends.Select(backend => backend.Name)));
            if (Placement.Device is { } device)
                arguments.Add(BackendOptions.DeviceName, device);
            if (Placement.Threads != DefaultThreads)
                arguments.Add(ThreadsOption.Name, NumberText.Write(Placement.Threads));
            if (Cores.IsPinned)
                arguments.Add(RunOptions.CoresName, ProcessorList.Write(Cores.Processors));
            if (Batches is not [DefaultBatch])
                arguments.Add(RunOptions.BatchName, string.Join(',', Batches.Select(batch => NumberText.Write(batch))));
            if (Placement.Orders is not [DefaultOrder])
                arguments.Add(PlacementOptions.ExecutionName, string.Join(',', Placement.Orders.Select(order => order.Label())));
            if (Placement.Launches is not [DefaultLaunch])
                arguments.Add(PlacementOptions.LaunchName, string.Join(',', Placement.Launches.Select(mode => mode.Label())));
            if (Placement.Maths is not [DefaultMath])
                arguments.Add(PlacementOptions.MathName, string.Join(',', Placement.Maths.Select(mode => mode.Label())));
            if (Rounds is { } rounds)
                arguments.Add(RunOptions.RoundsName, NumberText.Write(rounds));
            if (Budget is { } budget)
                arguments.Add(RunOptions.BudgetName, DurationOption.Write(budget));
            if (CooldownSeconds is { } cooldown)
                arguments.Add(RunOptions.CooldownName, NumberText.Write(cooldown));
            if (Sustained is { } sustained)
                arguments.Add(RunOptions.SustainedName, DurationOption.Write(sustained));
            if (Quick)
                arguments.Add(RunOptions.QuickName, "");
            if (Seed != DefaultSeed)
                arguments.Add(RunOptions.SeedName, NumberText.Write(Seed));
            return arguments;
        }
    }

    /// <summary>Labels of networks hold spaces and parentheses; none holds a quote.</summary>
    private static string Quoted(string value) => value.AsSpan().ContainsAny(" ()") ? $"\"{value}\"" : value;

    /// <summary>Time of a run from the start of the program, by default and for a quick one.</summary>
    private static readonly TimeSpan DefaultBudget = TimeSpan.FromMinutes(4), QuickBudget = TimeSpan.FromMinutes(1);

    /// <summary>Part of the time that is left to splitting operators and to the report.</summary>
    private static readonly TimeSpan AfterSampling = TimeSpan.FromSeconds(8);
}
