using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>What a run measures, and how: everything that a resumed run must have in common with its beginning.</summary>
public record RunSpecification
{
    public ImmutableArray<Experiment> Experiments { get; init; } = ExperimentCatalogue.All;

    /// <summary>Groups and networks as they were asked for, which <see cref="Networks"/> spells out.</summary>
    public ImmutableArray<string> NetworkNames { get; init; } = [];

    /// <summary>Networks and units beside the experiments' rows; each has a label of its own.</summary>
    public ImmutableArray<CellSubject> Networks { get; init; } = [];

    /// <summary>Labels of rows, each of an experiment or a network above; empty: all rows.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];

    public ChannelSetting Setting { get; init; } = ChannelSetting.Cpu;

    public ImmutableArray<Scale> Scales { get; init; } = Core.Experiments.Scales.All;

    /// <summary>One or more, on their device, in the same rounds and visits; each takes those of the ways below that it knows.</summary>
    public required ImmutableArray<IBackend> Backends { get; init; }

    /// <summary>Id of the device that was asked for; null when none was.</summary>
    public string? Device { get; init; }

    /// <summary>Library and provider of engines among the backends.</summary>
    public EngineChoice Engine { get; init; } = EngineChoice.Default;

    public int Threads { get; init; } = 1;

    /// <summary>Where the threads run, one processor or more for each; or <see cref="CoreSet.Any"/>.</summary>
    public CoreSet Cores { get; init; } = CoreSet.Any;

    /// <summary>Images per forward pass, one number or more.</summary>
    public ImmutableArray<int> Batches { get; init; } = [1];

    /// <summary>One or more; with several every cell is measured in each of them, in the same rounds.</summary>
    public ImmutableArray<ExecutionOrder> Orders { get; init; } = [ExecutionOrder.Layer];

    /// <summary>One or more, as orders; the processor has no launches and takes the default.</summary>
    public ImmutableArray<LaunchMode> Launches { get; init; } = [LaunchMode.Stream];

    /// <summary>One or more, as orders.</summary>
    public ImmutableArray<MathMode> Maths { get; init; } = [MathMode.Fp32];

    /// <summary>How far engines may change a graph, and whether kernels fuse; each backend takes those that it knows. Empty: what each does by itself.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>Null: the usual number.</summary>
    public int? Rounds { get; init; }

    /// <summary>Pause between two rounds; null: none.</summary>
    public int? CooldownSeconds { get; init; }

    /// <summary>Rounds go on for at least this long, so that the run's end can be compared with its beginning; null: they do not.</summary>
    public TimeSpan? Sustained { get; init; }

    /// <summary>Time that the run may take, the report included; null: the usual.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Fewer and shorter samples.</summary>
    public bool Quick { get; init; }

    /// <summary>Of weights, inputs and the order of cells.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether claims rest on blocks, which go on until they are decided; a fixed plan has rounds alone.</summary>
    public bool IsDecidedByBlocks => Rounds is null && CooldownSeconds is null && Sustained is null && !Experiments.IsEmpty;

    /// <summary>From the start of the program to the last sample.</summary>
    public TimeSpan SamplingTime => (Budget ?? (Quick ? QuickBudget : DefaultBudget)) - AfterSampling;

    /// <summary>What is meant, in the paper's order, networks at last.</summary>
    public IEnumerable<CellSubject> Subjects() => Experiments.SelectMany(RowsOf).Concat(ChosenNetworks());

    internal IEnumerable<CellSubject> RowsOf(Experiment experiment) => experiment.Cells(Setting, Scales).Select(CellSubject.Of).Where(IsMeant);

    internal IEnumerable<CellSubject> ChosenNetworks() => Networks.Where(IsMeant);

    private bool IsMeant(CellSubject subject) => Rows.IsEmpty || subject.Labels.Any(label => Rows.Contains(label));

    /// <summary>Time of a run from the start of the program, by default and for a quick one.</summary>
    private static readonly TimeSpan DefaultBudget = TimeSpan.FromMinutes(4), QuickBudget = TimeSpan.FromMinutes(1);

    /// <summary>Part of the time that is left to splitting operators and to the report.</summary>
    private static readonly TimeSpan AfterSampling = TimeSpan.FromSeconds(8);
}
