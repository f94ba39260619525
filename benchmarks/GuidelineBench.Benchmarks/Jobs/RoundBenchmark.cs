using System.Collections.Immutable;
using System.Reflection;
using BenchmarkDotNet.Configs;
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
