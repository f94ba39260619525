using BenchmarkDotNet.Attributes;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>Every cell of a default run, in each execution, as an ordinary benchmark.</summary>
public class CellBenchmarks
{
    private const int Seed = 1;

    internal static readonly SimdBackend Backend = new();

    private IPlan? plan;

    [ParamsSource(nameof(Cells))]
    public required CellDefinition Cell { get; set; }

    public static IEnumerable<CellDefinition> Cells => CellSelection.Of(
        new RunRequest { Backend = Backend, Orders = ExecutionOrders.All, OutputFolder = "." });

    [GlobalSetup]
    public void Compile()
    {
        Graph graph = Cell.Experiment.Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, Seed);
        plan = Backend.Compile(graph, parameters, Cell.Options);
        plan.WriteInput(RandomMaps.Create(graph.Input.Output, Cell.Options.Batch, Seed));
    }

    [Benchmark]
    public void Forward() => plan!.Run();

    [GlobalCleanup]
    public void Dispose() => plan?.Dispose();
}
