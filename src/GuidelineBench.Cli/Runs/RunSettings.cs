using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Runs;

/// <summary>What a run measures, and how: everything that a resumed run must have in common with its beginning.</summary>
internal sealed record RunSettings(
    CellSelection Cells,
    Placement Placement,
    CoreSet Cores,
    ImmutableArray<int> Batches,
    int Rounds,
    bool Quick,
    int Seed)
{
    /// <summary>Pause between rounds; null: none.</summary>
    public int? CooldownSeconds { get; init; }

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
            if (Placement.Backend.Name != BackendOption.Default.Name)
                arguments.Add(BackendOption.Name, Placement.Backend.Name);
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
            if (Rounds != DefaultRounds(Quick))
                arguments.Add(RunOptions.RoundsName, NumberText.Write(Rounds));
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

    public static int DefaultRounds(bool quick) => quick ? RunRequest.QuickRounds : RunRequest.DefaultRounds;
}
