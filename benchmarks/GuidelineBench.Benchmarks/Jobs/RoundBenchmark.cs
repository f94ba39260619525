using System.Collections.Immutable;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Requests;

namespace GuidelineBench.Benchmarks.Jobs;

/// <summary>One round: BenchmarkDotNet runs every cell once, in the order given.</summary>
internal static class RoundBenchmark
{
    private static readonly Descriptor Forward = new(
        typeof(ForwardBenchmark),
        Method(nameof(ForwardBenchmark.Forward)),
        globalSetupMethod: Method(nameof(ForwardBenchmark.Open)),
        globalCleanupMethod: Method(nameof(ForwardBenchmark.Close)));

    private static readonly ParameterDefinition Cell = new(
        nameof(ForwardBenchmark.Cell), isStatic: false, values: [], isArgument: false, typeof(MeasuredCell), priorityInCategory: 0);

    /// <param name="iterations">Samples of a cell.</param>
    /// <exception cref="OperationCanceledException">Asked to stop.</exception>
    /// <exception cref="RunException">BenchmarkDotNet refused the benchmark.</exception>
    public static void Run(
        IEnumerable<MeasuredCell> cells,
        Func<MeasuredCell, int> iterations,
        string scratchFolder,
        Action<MeasuredCell, ImmutableArray<double>> measured,
        CancellationToken cancellation)
    {
        ImmutableConfig config = RoundConfig.Create(new RoundEvents(measured, cancellation), scratchFolder);
        BenchmarkCase[] cases = [.. cells.Select(cell => Case(cell, iterations(cell), config))];
        // BenchmarkDotNet refuses a run of nothing, which is what is left when every cell was skipped.
        if (cases.Length == 0)
            return;
        Summary summary = BenchmarkRunner.Run(new BenchmarkRunInfo(cases, typeof(ForwardBenchmark), config));
        if (summary.HasCriticalValidationErrors)
            throw new RunException($"BenchmarkDotNet refuses the benchmark: {summary.ValidationErrors[0].Message}");
    }

    private static BenchmarkCase Case(MeasuredCell cell, int iterations, ImmutableConfig config)
    {
        Job job = RoundJob.Create(cell.PassesPerIteration, iterations);
        var parameters = new ParameterInstances([new ParameterInstance(Cell, cell, SummaryStyle.Default)]);
        return BenchmarkCase.Create(Forward, job, parameters, config);
    }

    private static MethodInfo Method(string name) => typeof(ForwardBenchmark).GetMethod(name)!;
}

/// <summary>The one benchmark of a run: a forward pass of the cell that it is given.</summary>
public class ForwardBenchmark
{
    public required MeasuredCell Cell { get; set; }

    /// <summary>Called on the thread that runs the iterations; every case has a new one.</summary>
    [GlobalSetup]
    public void Open() => Cell.Open();

    [Benchmark]
    public void Forward() => Cell.Run();

    [GlobalCleanup]
    public void Close() => Cell.Close();
}

/// <summary>Takes the samples out of BenchmarkDotNet as they come, and stops it between two cases.</summary>
/// <param name="measured">Called after each cell with its samples, nanoseconds per forward pass.</param>
internal sealed class RoundEvents(Action<MeasuredCell, ImmutableArray<double>> measured, CancellationToken cancellation) : EventProcessor
{
    /// <exception cref="OperationCanceledException">Asked to stop; it leaves through BenchmarkDotNet to the caller.</exception>
    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase) => cancellation.ThrowIfCancellationRequested();

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        var cell = (MeasuredCell)benchmarkCase.Parameters[nameof(ForwardBenchmark.Cell)];
        measured(cell, [.. report.AllMeasurements
            .Where(measurement => measurement.Is(IterationMode.Workload, IterationStage.Result))
            .OrderBy(measurement => measurement.IterationIndex)
            .Select(measurement => measurement.Nanoseconds / measurement.Operations)]);
    }
}
