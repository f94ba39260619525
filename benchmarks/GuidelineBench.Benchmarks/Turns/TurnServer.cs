using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Turns;

/// <summary>
/// One side of two builds that measure in turn: prepares the cells of a request, and then makes passes when it is told to. What is
/// said is in <see cref="TurnProtocol"/>.
/// </summary>
public static class TurnServer
{
    /// <param name="commands">What the other process says, a line each.</param>
    /// <param name="answers">What it is told.</param>
    /// <exception cref="RunException">The request cannot be carried out, or a command is none.</exception>
    /// <exception cref="NotEnoughMemoryException">The cells do not fit in the memory that is free.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop.</exception>
    public static ResultFile Serve(RunRequest request, IRunObserver observer, TextReader commands, TextWriter answers, CancellationToken cancellation)
    {
        Conditions conditions = ConditionsProbe.AtStart(request.Threads, request.Cores);
        MachineInfo machine = MachineProbe.Read(request.Backends);
        ImmutableArray<CellDefinition> definitions = CellSelection.Of(request);
        MemoryPlan memory = MemoryPlan.Of(definitions, request.FreeMemoryBytes());
        observer.Started(definitions.Length, 1, null);
        using var caller = new PinnedCaller(request.Cores, request.Threads);
        observer.PhaseStarted(RunPhase.Preparing);
        using CompiledCells cells = CompiledCells.Prepare(definitions, request, memory, observer, cancellation);
        RunRecord record = RunRecord.Start(request, machine, conditions, cells.Results);
        var turns = new Turns(cells.Measured, record);
        foreach (MeasuredCell cell in cells.Measured)
            answers.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TurnProtocol.Cell} {cell.Index} {cell.PassNs:R} {cell.Definition}"));
        answers.WriteLine(TurnProtocol.Ready);
        answers.Flush();
        while (commands.ReadLine() is { } line && line != TurnProtocol.End)
        {
            cancellation.ThrowIfCancellationRequested();
            turns.Obey(line);
            answers.WriteLine(TurnProtocol.Done);
            answers.Flush();
        }

        record.Write([], complete: true);
        return record.File;
    }

    private sealed class Turns(IReadOnlyList<MeasuredCell> measured, RunRecord record)
    {
        private readonly Dictionary<int, MeasuredCell> cells = measured.ToDictionary(cell => cell.Index);
        private readonly Dictionary<int, PassTimes> times = [];

        public void Obey(string line)
        {
            if (line == TurnProtocol.Block)
            {
                EndBlock();
                return;
            }

            string[] words = line.Split(' ');
            if (words is not [TurnProtocol.Stay, _, _, TurnProtocol.Whole or TurnProtocol.Steps]
                || !int.TryParse(words[1], CultureInfo.InvariantCulture, out int index) || !cells.TryGetValue(index, out MeasuredCell? cell)
                || !int.TryParse(words[2], CultureInfo.InvariantCulture, out int passes) || passes < 1)
                throw new RunException($"The command '{line}' is none of two builds that measure in turn.");
            Stay(cell, passes, words[3] == TurnProtocol.Steps && cell.HasSteps);
        }

        private void Stay(MeasuredCell cell, int passes, bool byStep)
        {
            if (!times.TryGetValue(cell.Index, out PassTimes? passTimes))
                times.Add(cell.Index, passTimes = new PassTimes(byStep));
            cell.Open();
            // The other process has had the caches.
            if (!byStep)
                cell.Run();
            for (int pass = 0; pass < passes; pass++)
                cell.Run(passTimes);
            cell.Close();
        }

        private void EndBlock()
        {
            foreach (MeasuredCell cell in cells.Values.Where(cell => cell.Failure is not null))
                record.Skip(cell.Index, $"it failed while it was measured: {cell.Failure}");
            record.AddBlock(times
                .Select(item => (item.Key, Time: item.Value.Block()))
                .Where(item => item.Time is not null)
                .ToDictionary(item => item.Key, item => item.Time!));
            times.Clear();
            foreach (MeasuredCell cell in cells.Values.Where(cell => cell.Failure is null))
                cell.Renew();
        }
    }
}
