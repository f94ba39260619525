using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>What is to be measured, and how.</summary>
public sealed record RunRequest
{
    /// <summary>Of the file that is written.</summary>
    public const string ResultsName = "results.json";

    /// <summary>
    /// Rounds by default, of a quick run, and of one whose claims rest on blocks: the rounds are there to be compared with them.
    /// </summary>
    public const int DefaultRounds = 15, QuickRounds = 5, RoundsBesideBlocks = 5;

    /// <summary><see cref="Experiment.Id"/>s.</summary>
    public ImmutableArray<string> Tables { get; init; } = [.. ExperimentCatalogue.All.Select(experiment => experiment.Id)];

    /// <summary>Networks and units beside the tables' rows; each has a label of its own.</summary>
    public ImmutableArray<CellSubject> Networks { get; init; } = [];

    /// <summary>Row labels, of whichever table or network has them; empty: all rows.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];

    public ChannelSetting Setting { get; init; } = ChannelSetting.Cpu;

    public ImmutableArray<Scale> Scales { get; init; } = Core.Experiments.Scales.All;

    /// <summary>One or more, in the same rounds and visits; each takes those of the ways below that it knows.</summary>
    public required ImmutableArray<IBackend> Backends { get; init; }

    /// <summary>What backends without a device of their own run on; null: its limits are not measured.</summary>
    public IDevice? Processor { get; init; }

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

    /// <summary>Null: <see cref="DefaultRounds"/>, or <see cref="QuickRounds"/> for a quick run.</summary>
    public int? Rounds { get; init; }

    public int RoundCount => Rounds ?? (Quick ? QuickRounds : Blocks is not null && Networks.IsEmpty ? RoundsBesideBlocks : DefaultRounds);

    /// <summary>Pause between two rounds; zero: none.</summary>
    public TimeSpan Cooldown { get; init; }

    /// <summary>Rounds go on for at least this long, so that the run's end can be compared with its beginning; null: they do not.</summary>
    public TimeSpan? Sustained { get; init; }

    /// <summary>
    /// Cells that claims compare are visited in turn, block by block, until they are decided or the time is up; null: rounds
    /// alone.
    /// </summary>
    public BlockTerms? Blocks { get; init; }

    /// <summary>Says when rounds begin and how long they go on; samples are timed without it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Fewer and shorter samples.</summary>
    public bool Quick { get; init; }

    /// <summary>Of weights, inputs and the order of cells.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The command line, to be stored.</summary>
    public string? Command { get; init; }

    /// <summary>An existing folder; <see cref="ResultsName"/> is written there.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>A run that was interrupted; its missing rounds are run.</summary>
    public ResultFile? Resume { get; init; }

    /// <summary>Plans to repeat; null: layouts and tiles are chosen for this run.</summary>
    public StoredPlans? Plans { get; init; }

    /// <summary>Whether layouts and tiles are chosen by measurement; a quick run takes the backend's usual ones.</summary>
    public bool Tune => !Quick;

    /// <summary>Memory that the process may still use, bytes.</summary>
    public Func<long> FreeMemoryBytes { get; init; } = AvailableMemory.Bytes;

    /// <summary>How outputs are compared with Reference.</summary>
    public PlanVerifier Verify { get; init; } = PlanVerification.MaxError;

    /// <summary>A cell whose error is larger gets no number.</summary>
    public Func<MathMode, double> Tolerance { get; init; } = PlanVerification.ToleranceOf;
}
