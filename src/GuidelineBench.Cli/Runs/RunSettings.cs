using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Runs;

/// <summary>What a run measures, and how: everything that a resumed run must have in common with its beginning.</summary>
internal sealed record RunSettings(
    CellSelection Cells,
    IBackend Backend,
    int Threads,
    CoreSet Cores,
    int Batch,
    ImmutableArray<ExecutionOrder> Orders,
    int Rounds,
    bool Quick,
    int Seed)
{
    public const int DefaultThreads = 1, DefaultBatch = 1, DefaultSeed = 1;

    public const ExecutionOrder DefaultOrder = ExecutionOrder.Layer;

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
            if (Backend.Name != BackendOption.Default.Name)
                arguments.Add(BackendOption.Name, Backend.Name);
            if (Threads != DefaultThreads)
                arguments.Add(ThreadsOption.Name, NumberText.Write(Threads));
            if (Cores.IsPinned)
                arguments.Add(RunOptions.CoresName, CoreList.Write(Cores.Processors));
            if (Batch != DefaultBatch)
                arguments.Add(RunOptions.BatchName, NumberText.Write(Batch));
            if (Orders is not [DefaultOrder])
                arguments.Add(RunOptions.ExecutionName, string.Join(',', Orders.Select(order => order.Label())));
            if (Rounds != DefaultRounds(Quick))
                arguments.Add(RunOptions.RoundsName, NumberText.Write(Rounds));
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
