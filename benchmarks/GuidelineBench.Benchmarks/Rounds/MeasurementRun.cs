using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Jobs;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Operators;
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
    public const string FileName = "results.json";

    /// <summary>Measures; returns when the last round is stored.</summary>
    /// <returns>What the file holds.</returns>
    /// <exception cref="RunException">The request cannot be carried out.</exception>
    /// <exception cref="NotEnoughMemoryException">A cell does not fit in the memory that is free.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop: the file holds all finished rounds and can be resumed.</exception>
    public static ResultFile Run(RunRequest request, IRunObserver observer, CancellationToken cancellation)
    {
        Conditions conditions = ConditionsProbe.AtStart(request.Threads, request.Cores);
        MachineInfo machine = MachineProbe.Read(request.Backend);
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
            request.Backend, request.Threads, request.Cores, machine,
            request.FreeMemoryBytes(), request.Quick, request.Resume?.Ceilings ?? []);
        ceilings.Measure();
        cancellation.ThrowIfCancellationRequested();
        record.Write(ceilings.Best, complete: false);

        observer.PhaseStarted(RunPhase.Measuring);
        var device = request.Backend as IDeviceBackend;
        DeviceState? before = device?.ReadState();
        MeasureRounds(request, finished + 1, cells, memory, ceilings, record, scratch, observer, cancellation);
        record.AddFlags(DeviceFlags.Of(before, device?.ReadState()));
        TimeOnDevice(cells, record, cancellation);
        Split(cells, record, observer, cancellation);
        record.Write(ceilings.Best, complete: true);
        return record.File;
    }

    private static void MeasureRounds(
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
        var pace = new Pace(cells.Measured, request.Quick, request.RoundCount - firstRound + 1, request.Clock);
        var share = new CoreShare();
        var throttling = new List<ThrottleState>();
        ThrottleState before = ConditionsProbe.Throttling();
        long stoppedBefore = ConditionsProbe.StoppedPeriods();
        long start = request.Clock.GetTimestamp();
        for (int round = firstRound; round <= request.RoundCount || request.Clock.GetElapsedTime(start) < request.Sustained; round++)
        {
            if (round > firstRound && request.Cooldown > TimeSpan.Zero)
            {
                cancellation.WaitHandle.WaitOne(request.Cooldown);
                pace.Paused(request.Cooldown);
            }

            cancellation.ThrowIfCancellationRequested();
            observer.RoundStarted(round);
            RoundConditions conditions = ConditionsProbe.Now() with
            {
                StartedSeconds = request.Resume is null ? Math.Round(request.Clock.GetElapsedTime(start).TotalSeconds, 3) : null,
            };
            var samplesByCell = new Dictionary<int, ImmutableArray<double>>();
            var peaks = new List<double>();
            // All rounds of a sustained run do the same work, however many there will be.
            if (request.Sustained is not null)
                pace = new Pace(cells.Measured, request.Quick, rounds: 1, request.Clock);
            int roundsLeft = request.Sustained is null ? request.RoundCount - round : 0;
            int samples = pace.NextRound(roundsLeft + 1);
            share.Watch(() => RoundBenchmark.Run(
                InOrder(request, round, cells, record),
                cell => SampleCount.OfCell(cell, samples),
                scratch.Path,
                Measured,
                cancellation));
            RoundConditions end = ConditionsProbe.Now();
            throttling.Add(ConditionsProbe.Throttling());
            ceilings.Refresh();
            record.AddRound(
                conditions with { EndClockMHz = end.ClockMHz, EndTemperatureC = end.TemperatureC, FmaGflops = CellNumbers.Median(peaks) },
                samplesByCell);
            record.Write(ceilings.Best, complete: false);
            observer.RoundFinished(round);

            void Measured(MeasuredCell cell, ImmutableArray<double> samples)
            {
                if (cell.Failure is { } failure)
                    record.Skip(cell.Index, $"it failed while it was measured: {failure}");
                samplesByCell.Add(cell.Index, samples);
                if (ceilings.Sample() is { } gflops)
                    peaks.Add(gflops);
                TimeSpan left = pace.After(cell) + roundsLeft * request.Cooldown;
                observer.CellMeasured(cell.Definition.Label, round, samples.LastOrDefault(double.NaN), left + (SustainedLeft() ?? TimeSpan.Zero));
            }
        }

        // Plans that are compiled between the samples leave cores idle that nobody else took.
        // A host that waits for a device need not work.
        if (share.IsKnown && memory.KeepsPlans && request.Backend is not IDeviceBackend)
            record.AddFlags(ConditionFlags.OfCoreShare(
                share.Cores, request.Threads, ConditionsProbe.QuotaCores(), ConditionsProbe.StoppedPeriods() - stoppedBefore));
        record.AddFlags(ThrottleFlags.Of(before, throttling));
        if (request.Sustained is not null)
            record.AddSustained(request.Clock.GetElapsedTime(start).TotalSeconds);

        TimeSpan? SustainedLeft() => request.Sustained - request.Clock.GetElapsedTime(start) is { } left && left > TimeSpan.Zero ? left : null;
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

    private static void Split(CompiledCells cells, RunRecord record, IRunObserver observer, CancellationToken cancellation)
    {
        MeasuredCell[] split =
        [
            .. cells.Measured.Where(cell => cell.Definition.Subject.IsSplit && record.File.Cells[cell.Index].Skipped is null),
        ];
        if (split.Length == 0)
            return;
        observer.PhaseStarted(RunPhase.Splitting);
        foreach (MeasuredCell cell in split)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                record.AddOperators(cell.Index, OperatorSplit.Measure(cell.Plan.Open()));
                cell.Plan.Close();
            }
            catch (Exception error)
            {
                record.Skip(cell.Index, $"it failed while its operators were timed: {error.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    /// <returns>The cells that may be timed in the order of the round, which is drawn over all cells so that a skipped one does not change it.</returns>
    private static IEnumerable<MeasuredCell> InOrder(RunRequest request, int round, CompiledCells cells, RunRecord record)
    {
        Dictionary<int, MeasuredCell> byIndex = cells.Measured
            .Where(cell => record.File.Cells[cell.Index].Skipped is null)
            .ToDictionary(cell => cell.Index);
        return RoundOrder.Of(record.File.Cells.Length, request.Seed, round)
            .Where(byIndex.ContainsKey)
            .Select(index => byIndex[index]);
    }
}
