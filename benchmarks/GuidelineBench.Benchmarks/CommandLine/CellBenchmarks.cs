using BenchmarkDotNet.Attributes;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>
/// Every cell of a default run and every network of the catalogue, in each execution, on a device each way of starting
/// operators and each precision, as an ordinary benchmark.
/// </summary>
[Config(typeof(CellConfig))]
public class CellBenchmarks
{
    private const int Seed = 1;

    private IPlan? plan;

    [ParamsSource(nameof(Cells))]
    public required CellDefinition Cell { get; set; }

    public static IEnumerable<CellDefinition> Cells => CellsOn(MeasuredMachine.Backend);

    internal static IEnumerable<CellDefinition> CellsOn(IBackend backend) => CellSelection.Of(new RunSpecification
    {
        Backends = [backend],
        Networks = [.. NetworkCatalogue.All.Select(entry => CellSubject.Of(entry.Name))],
        Orders = backend.Abilities.Orders,
        Launches = backend.Abilities.Launches is { IsEmpty: false } launches ? launches : [LaunchMode.Stream],
        Maths = backend.Abilities.Maths,
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
