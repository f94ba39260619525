using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Blocks;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Operators;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>
/// A run: plans are compiled and verified once, ceilings are measured, and then each round visits all cells in a new
/// order. At last the run time of cells whose operators differ is split operator by operator. The result file is
/// rewritten whole after every round.
/// </summary>
public static class MeasurementRun
{
    /// <summary>For the passes by which the operators of one cell of an engine are timed.</summary>
    private static readonly TimeSpan Description = TimeSpan.FromMilliseconds(100), QuickDescription = TimeSpan.FromMilliseconds(10);

    /// <summary>Measures; returns when the last round is stored.</summary>
    /// <returns>What the file holds.</returns>
    /// <exception cref="RunException">The request cannot be carried out.</exception>
    /// <exception cref="NotEnoughMemoryException">A cell does not fit in the memory that is free.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop: the file holds all finished rounds and can be resumed.</exception>
    public static ResultFile Run(RunRequest request, IRunObserver observer, CancellationToken cancellation)
    {
        Conditions conditions = ConditionsProbe.AtStart(request.Threads, request.Cores);
        MachineInfo machine = MachineProbe.Read(request.Backends);
        ImmutableArray<CellDefinition> definitions = CellSelection.Of(request);
        if (request.Resume is { } stored)
        {
            if (request.Sustained is not null && !stored.Complete)
                throw new RunException("A sustained run cannot be resumed: the machine has cooled down since; start it again.");
            Resumption.Check(stored, request, machine, [.. definitions.Select(definition => definition.ToResult())]);
            if (stored.Complete)
                return stored;
        }

        using var scratch = new ScratchFolder(request.OutputFolder);
        MemoryPlan memory = MemoryPlan.Of(definitions, request.FreeMemoryBytes());
        int finished = request.Resume is null ? 0 : Resumption.FinishedRounds(request.Resume);
        observer.Started(definitions.Length, finished + 1, request.Sustained is null ? request.RoundCount : null);

        using var caller = new PinnedCaller(request.Cores, request.Threads);
        observer.PhaseStarted(RunPhase.Preparing);
        using CompiledCells cells = CompiledCells.Prepare(definitions, request, memory, observer, cancellation);
        RunRecord record = RunRecord.Start(request, machine, conditions, cells.Results);

        observer.PhaseStarted(RunPhase.Ceilings);
        using var ceilings = new CeilingSet(
            Devices(request), request.Threads, request.Cores, machine,
            request.FreeMemoryBytes(), request.Quick, request.Resume?.Ceilings ?? []);
        ceilings.Measure();
        cancellation.ThrowIfCancellationRequested();
        record.Write(ceilings.Best, complete: false);

        observer.PhaseStarted(RunPhase.Measuring);
        (IDevice Device, DeviceState? State)[] before = [.. Devices(request).Select(device => (device, device.ReadState()))];
        Measure(request, finished + 1, cells, memory, ceilings, record, scratch, observer, cancellation);
        foreach ((IDevice device, DeviceState? state) in before)
            record.AddFlags(DeviceFlags.Of(state, device.ReadState()));
        TimeOnDevice(cells, record, cancellation);
        Split(cells, record, observer, cancellation);
        DescribeEngines(request, cells, record, observer, cancellation);
        record.Write(ceilings.Best, complete: true);
        return record.File;
    }

    /// <summary>What the backends compute on, each once.</summary>
    private static ImmutableArray<IDevice> Devices(RunRequest request) =>
        [.. request.Backends.Select(backend => backend is IDeviceBackend onDevice ? onDevice.Device : request.Processor).OfType<IDevice>().DistinctBy(device => device.Description)];

    private static void Measure(
        RunRequest request,
        int firstRound,
        CompiledCells cells,
        MemoryPlan memory,
        CeilingSet ceilings,
        RunRecord record,
        ScratchFolder scratch,
        IRunObserver observer,
        CancellationToken cancellation)
    {
        var share = new CoreShare();
        ThrottleState before = ConditionsProbe.Throttling();
        long stoppedBefore = ConditionsProbe.StoppedPeriods();
        var rounds = new RoundMeasurement(request, cells, ceilings, record, scratch, share, observer);
        if (request.Blocks is { } terms)
            new BlockPlan(request, terms, cells, ceilings, record, rounds, share, observer).Run(firstRound, cancellation);
        else
            MeasureRounds(request, firstRound, cells, rounds, cancellation);
        // Plans that are compiled between the samples leave cores idle that nobody else took.
        // A host that waits for a device need not work.
        if (share.IsKnown && memory.KeepsPlans && !request.Backends.Any(backend => backend is IDeviceBackend))
            record.AddFlags(ConditionFlags.OfCoreShare(
                share.Cores, request.Threads, ConditionsProbe.QuotaCores(), ConditionsProbe.StoppedPeriods() - stoppedBefore));
        record.AddFlags(ThrottleFlags.Of(before, rounds.Throttling));
        if (request.Sustained is not null)
            record.AddSustained(rounds.Elapsed.TotalSeconds);
    }

    private static void MeasureRounds(
        RunRequest request, int firstRound, CompiledCells cells, RoundMeasurement rounds, CancellationToken cancellation)
    {
        var pace = new Pace(cells.Measured, request.Quick, request.RoundCount - firstRound + 1, request.Clock);
        for (int round = firstRound; round <= request.RoundCount || rounds.Elapsed < request.Sustained; round++)
        {
            if (round > firstRound && request.Cooldown > TimeSpan.Zero)
            {
                cancellation.WaitHandle.WaitOne(request.Cooldown);
                pace.Paused(request.Cooldown);
            }

            // All rounds of a sustained run do the same work, however many there will be.
            if (request.Sustained is not null)
                pace = new Pace(cells.Measured, request.Quick, rounds: 1, request.Clock);
            int roundsLeft = request.Sustained is null ? request.RoundCount - round : 0;
            rounds.Run(round, pace, roundsLeft, () => roundsLeft * request.Cooldown + (SustainedLeft() ?? TimeSpan.Zero), cancellation);
        }

        TimeSpan? SustainedLeft() => request.Sustained - rounds.Elapsed is { } left && left > TimeSpan.Zero ? left : null;
    }

    private static void TimeOnDevice(CompiledCells cells, RunRecord record, CancellationToken cancellation)
    {
        foreach (MeasuredCell cell in cells.Measured.Where(cell => cell.Definition.Device is not null && record.File.Cells[cell.Index].Skipped is null))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                record.AddDeviceTime(cell.Index, DeviceTime.MeasureNs(cell.Plan.Open()));
                cell.Plan.Close();
            }
            catch (Exception error)
            {
                record.Skip(cell.Index, $"it failed while it was timed by the device: {error.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    private static void DescribeEngines(
        RunRequest request, CompiledCells cells, RunRecord record, IRunObserver observer, CancellationToken cancellation)
    {
        MeasuredCell[] ofEngines =
            [
                .. cells.Measured.Where(cell => cell.Definition.Backend is IEngineBackend && record.File.Cells[cell.Index].Skipped is null
                    && (!request.Quick || Panel.IsCompared(cell) || cell.Definition.Subject.Scale is null)),
            ];
        if (ofEngines.Length > 0)
            observer.PhaseStarted(RunPhase.Splitting);
        foreach (MeasuredCell cell in ofEngines)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var plan = (IEnginePlan)cell.Plan.Open();
                EngineRun run = plan.Describe(request.Quick ? QuickDescription : Description, request.OutputFolder);
                if (cell.PassNs > EngineBlocks.LongPassNs && !request.Quick)
                    run = run with { ByBlocksNs = EngineBlocks.MeasureNs(plan, cell.Definition.Subject, request.Seed) };
                record.AddEngine(cell.Index, run);
                cell.Plan.Close();
            }
            catch (PlanException error)
            {
                record.AddFlags([$"{error.Message}."]);
            }
        }
    }

    private static void Split(CompiledCells cells, RunRecord record, IRunObserver observer, CancellationToken cancellation)
    {
        MeasuredCell[] split =
        [
            .. cells.Measured.Where(cell => cell.Definition.Subject.IsSplit && cell.HasSteps && record.File.Cells[cell.Index].Skipped is null),
        ];
        if (split.Length == 0)
            return;
        observer.PhaseStarted(RunPhase.Splitting);
        foreach (MeasuredCell cell in split)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                record.AddOperators(cell.Index, OperatorSplit.Measure((ISteppedPlan)cell.Plan.Open()));
                cell.Plan.Close();
            }
            catch (Exception error)
            {
                record.Skip(cell.Index, $"it failed while its operators were timed: {error.Message.ReplaceLineEndings(" ")}");
            }
        }
    }
}
