using BenchmarkDotNet.Attributes;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>Every cell of a default run and every network of the catalogue, in each execution, as an ordinary benchmark.</summary>
[Config(typeof(CellConfig))]
public class CellBenchmarks
{
    private const int Seed = 1;

    private IPlan? plan;

    [ParamsSource(nameof(Cells))]
    public required CellDefinition Cell { get; set; }

    public static IEnumerable<CellDefinition> Cells => CellSelection.Of(new RunRequest
    {
        Backend = MeasuredMachine.Backend,
        Networks = [.. NetworkCatalogue.All.Select(entry => CellSubject.Of(entry.Name))],
        Orders = ExecutionOrders.All,
        OutputFolder = ".",
    });

    [GlobalSetup]
    public void Compile()
    {
        Graph graph = Cell.Subject.Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, Seed);
        plan = MeasuredMachine.Backend.Compile(graph, parameters, Cell.Options);
        plan.WriteInput(RandomMaps.Create(graph.Input.Output, Cell.Options.Batch, Seed));
        MeasuredMachine.RefreshCeilingAt(Cell.Options.Threads);
    }

    [Benchmark]
    public void Forward() => plan!.Run();

    [GlobalCleanup]
    public void Dispose() => plan?.Dispose();
}
