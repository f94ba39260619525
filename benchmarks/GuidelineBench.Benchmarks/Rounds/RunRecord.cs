using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>The result file of a run as it grows; what is on disk is always whole.</summary>
internal sealed class RunRecord(ResultFile initial, string path)
{
    public ResultFile File { get; private set; } = initial;

    /// <param name="prepared">The cells as they were prepared in this process, without samples.</param>
    public static RunRecord Start(RunRequest request, MachineInfo machine, Conditions conditions, ImmutableArray<CellResult> prepared)
    {
        string path = Path.Combine(request.OutputFolder, RunRequest.ResultsName);
        if (request.Resume is not { } stored)
        {
            return new RunRecord(
                new ResultFile
                {
                    Complete = false,
                    Tool = Tool(),
                    StartedUtc = DateTimeOffset.UtcNow,
                    Seed = request.Seed,
                    Command = request.Command,
                    Rounds = request.RoundCount,
                    Machine = machine,
                    Engines = Engines(request),
                    Conditions = conditions with { CooldownSeconds = request.CooldownSeconds },
                    Cells = prepared,
                },
                path);
        }

        return new RunRecord(
            stored with
            {
                Conditions = stored.Conditions with { Flags = [.. stored.Conditions.Flags.Union(conditions.Flags)] },
                Cells = [.. stored.Cells.Zip(prepared, Continued)],
            },
            path);
    }

    /// <summary>The cell gets no number; those that it has are dropped when the file is written.</summary>
    public void Skip(int cell, string why) =>
        File = File with { Cells = File.Cells.SetItem(cell, File.Cells[cell] with { Skipped = why }) };

    public void AddOperators(int cell, ImmutableArray<OperatorTime> operators) =>
        File = File with { Cells = File.Cells.SetItem(cell, File.Cells[cell] with { Operators = operators }) };

    public void AddDeviceTime(int cell, double? ns) =>
        File = File with { Cells = File.Cells.SetItem(cell, File.Cells[cell] with { DeviceNs = ns }) };

    public void AddEngine(int cell, EngineRun engine) =>
        File = File with { Cells = File.Cells.SetItem(cell, File.Cells[cell] with { Engine = engine }) };

    public void AddFlags(ImmutableArray<string> flags) => File = File with
    {
        Conditions = File.Conditions with { Flags = [.. File.Conditions.Flags.Union(flags)] },
    };

    /// <param name="samplesByCell">Every cell that is not skipped.</param>
    public void AddRound(RoundConditions conditions, IReadOnlyDictionary<int, ImmutableArray<double>> samplesByCell)
    {
        File = File with
        {
            // A sustained run has more than it was asked for at least.
            Rounds = Math.Max(File.Rounds, File.Conditions.ByRound.Length + 1),
            Conditions = File.Conditions with { ByRound = File.Conditions.ByRound.Add(conditions) },
            Cells = [.. File.Cells.Select((cell, index) =>
                cell.Skipped is null ? cell with { Rounds = cell.Rounds.Add(samplesByCell[index]) } : cell)],
        };
    }

    /// <param name="times">By index of the cell.</param>
    public void AddBlock(IReadOnlyDictionary<int, BlockTime> times) => File = File with
    {
        Cells = [.. File.Cells.Select((cell, index) =>
            cell.Skipped is null && times.TryGetValue(index, out BlockTime? time) ? cell with { Blocks = cell.Blocks.Add(time) } : cell)],
    };

    /// <summary>Writes the file with all derived numbers.</summary>
    /// <exception cref="RunException">The folder cannot be written.</exception>
    public void Write(ImmutableArray<Ceiling> ceilings, bool complete)
    {
        if (complete)
            AddFlags(ConditionFlags.OfClocks([.. File.Conditions.ByRound.SelectMany(round => new[] { round.ClockMHz, round.EndClockMHz }).OfType<double>()]));
        File = File with
        {
            Complete = complete,
            Ceilings = ceilings,
            Cells = [.. File.Cells.Select(Derived)],
        };
        try
        {
            OutputFile.Write(path, Encoding.UTF8.GetBytes(ResultFileJson.Serialize(File)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path}: cannot be written: {error.Message}", error);
        }

        CellResult Derived(CellResult cell)
        {
            var ceiling = Ceiling.Of(ceilings, cell.Backend, cell.Device, cell.Threads);
            // Rounds know the rate of the first device alone.
            return CellNumbers.Derive(
                cell, ceiling?.FmaGflops, ceiling?.Device == ceilings.FirstOrDefault()?.Device ? [.. File.Conditions.ByRound.Select(round => round.FmaGflops)] : []);
        }
    }

    /// <summary>Compares the beginning of a sustained run with its end.</summary>
    /// <param name="seconds">From the start of the first round to the end of the last.</param>
    public void AddSustained(double seconds)
    {
        SustainedWindows windows = SustainedWindows.Of([.. File.Conditions.ByRound.Select(round => round.StartedSeconds ?? 0)], seconds);
        File = File with
        {
            Sustained = new SustainedRun(Math.Round(seconds, 3), SustainedWindows.Seconds, windows.First.Length, windows.Last.Length),
            Cells = [.. File.Cells.Select(cell => cell.Skipped is null ? cell with { Sustained = windows.Compare(cell) } : cell)],
        };
    }

    /// <exception cref="PlanException">An engine cannot be used on this machine.</exception>
    internal static ImmutableArray<EngineDescription> Engines(RunRequest request) =>
        [.. request.Backends.OfType<IEngineBackend>().Select(engine => engine.Describe(request.OutputFolder))];

    /// <summary>A cell that was skipped stays so; one that fails now loses the numbers that it had.</summary>
    private static CellResult Continued(CellResult stored, CellResult now) => now with
    {
        Rounds = stored.Rounds,
        Blocks = stored.Blocks,
        Skipped = stored.Skipped ?? now.Skipped,
    };

    private static ToolInfo Tool()
    {
        string version = typeof(RunRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return version.Split('+') is [string number, string commit] ? new ToolInfo(number, commit) : new ToolInfo(version, null);
    }
}
