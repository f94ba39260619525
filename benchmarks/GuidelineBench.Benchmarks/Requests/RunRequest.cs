using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>A run that is to be made: what is specified, and where and with what it is carried out.</summary>
public sealed record RunRequest : RunSpecification
{
    /// <summary>Of the file that is written.</summary>
    public const string ResultsName = "results.json";

    /// <summary>
    /// Rounds by default, of a quick run, and of one whose claims rest on blocks: the rounds are there to be compared with them. Beside
    /// engines a run has twice the cells: a quick one has fewer rounds, and networks are no reason for more.
    /// </summary>
    public const int DefaultRounds = 15, QuickRounds = 5, RoundsBesideBlocks = 5, QuickRoundsBesideEngines = 3;

    public RunRequest()
    {
    }

    [SetsRequiredMembers]
    public RunRequest(RunSpecification specification, string outputFolder)
        : base(specification)
    {
        OutputFolder = outputFolder;
        FreeMemoryBytes = () => AvailableMemory.BytesOn(Backends);
    }

    /// <summary>What backends without a device of their own run on; null: its limits are not measured.</summary>
    public IDevice? Processor { get; init; }

    public int RoundCount => Rounds ?? (Quick ? (Blocks is not null && HasEngines ? QuickRoundsBesideEngines : QuickRounds) : Blocks is not null && (Networks.IsEmpty || HasEngines) ? RoundsBesideBlocks : DefaultRounds);

    /// <summary>Whether engines are measured beside kernels of ours.</summary>
    public bool HasEngines => Backends.Length > 1 && Backends.Any(backend => backend is IEngineBackend);

    public TimeSpan Cooldown => TimeSpan.FromSeconds(CooldownSeconds ?? 0);

    /// <summary>
    /// Cells that claims compare are visited in turn, block by block, until they are decided or the time is up; null: rounds
    /// alone.
    /// </summary>
    public BlockTerms? Blocks { get; init; }

    /// <summary>Says when rounds begin and how long they go on; samples are timed without it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

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

/// <summary>How long a run goes on with blocks.</summary>
/// <param name="TimeLeft">Until the last sample has to be in.</param>
/// <param name="Open">Experiments and scales that a run would leave open that ended with these blocks: with none it ends; asked after <see cref="BlockLooks.After"/> blocks alone.</param>
public sealed record BlockTerms(Func<TimeSpan> TimeLeft, Func<ResultFile, IReadOnlySet<(string Experiment, string Scale)>> Open);

/// <summary>Compares a plan's outputs with Reference.</summary>
/// <param name="input">batch x channels x height x width.</param>
/// <param name="seed">Of the choice of output pixels.</param>
/// <returns>Largest |ours - Reference| over largest |Reference|.</returns>
public delegate double PlanVerifier(IPlan plan, NetworkParameters parameters, float[] input, int seed);

/// <summary>A run cannot be made as asked for; the message is one line for the user.</summary>
public sealed class RunException(string message, Exception? inner = null) : Exception(message, inner);
