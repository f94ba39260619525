using System.Collections.Immutable;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GuidelineBench.Benchmarks.Cells;

namespace GuidelineBench.Benchmarks.Jobs;

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
