using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Tests.Memory;
using GuidelineBench.Kernels.Simd.Tests.Operators;

namespace GuidelineBench.Kernels.Simd.Tests.Networks;

/// <summary>What every backend has to do that runs the networks of the catalogue, in guarded memory where the system has it.</summary>
public abstract class NetworkTests
{
    /// <summary>Rounding errors of up to 40 layers one behind the other add up.</summary>
    private const double NetworkTolerance = 2e-5;

    public static TheoryData<OperatorCase> Layers => [.. LayerCases.All];

    public static TheoryData<OperatorCase> Views => [.. ViewCases.All];

    public static TheoryData<OperatorCase> Networks => [.. RandomNetworks.All];

    /// <summary>All of the above, carried through tile by tile where that is possible; many threads would rather share channels.</summary>
    public static TheoryData<OperatorCase> DepthFirst =>
    [
        .. LayerCases.All.Concat(ViewCases.All).Concat(RandomNetworks.All)
            .Select(layerByLayer => layerByLayer with { Order = ExecutionOrder.DepthFirst, Threads = Math.Min(2, layerByLayer.Threads) }),
        .. TileRunCases.All,
    ];

    /// <summary>Networks in both orders.</summary>
    public static TheoryData<OperatorCase> NetworksInBothOrders =>
    [
        .. RandomNetworks.All,
        .. RandomNetworks.All.Select(layerByLayer => layerByLayer with { Order = ExecutionOrder.DepthFirst }),
    ];

    protected abstract IBackend CreateBackend(IBufferAllocator allocator);

    [Theory]
    [MemberData(nameof(Layers), DisableDiscoveryEnumeration = true)]
    public void EveryLayerEqualsReference(OperatorCase operatorCase) => PlanAssert.EqualsReference(CreateBackend, operatorCase);

    [Theory]
    [MemberData(nameof(Views), DisableDiscoveryEnumeration = true)]
    public void EveryReaderOfAViewEqualsReference(OperatorCase operatorCase) =>
        PlanAssert.EqualsReference(CreateBackend, operatorCase, NetworkTolerance);

    [Theory]
    [MemberData(nameof(Networks), DisableDiscoveryEnumeration = true)]
    public void ANetworkOfRandomUnitsEqualsReference(OperatorCase operatorCase)
    {
        PlanAssert.EqualsReference(CreateBackend, operatorCase, NetworkTolerance);
        PlanAssert.EqualsReference(CreateBackend, operatorCase with { Fuse = !operatorCase.Fuse }, NetworkTolerance);
    }

    [Theory]
    [MemberData(nameof(DepthFirst), DisableDiscoveryEnumeration = true)]
    public void CarriedThroughTileByTileEverythingEqualsReference(OperatorCase operatorCase) =>
        PlanAssert.EqualsReference(CreateBackend, operatorCase, NetworkTolerance);

    /// <summary>Else the cases above would say nothing about it.</summary>
    [Fact]
    public void ManyCasesHaveRunsOfSteps() =>
        Assert.InRange(DepthFirst.Count(row => Steps(row.Data) < Steps(row.Data with { Order = ExecutionOrder.Layer })), 40, int.MaxValue);

    /// <summary>Every value is computed by one thread in one order; a step that starts too early shows in some of many runs.</summary>
    [Theory]
    [MemberData(nameof(NetworksInBothOrders), DisableDiscoveryEnumeration = true)]
    public void ThreadsChangeNoBitOfANetwork(OperatorCase operatorCase)
    {
        Graph graph = operatorCase.Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, operatorCase.Seed);
        float[] input = RandomMaps.Create(graph.Input.Output, operatorCase.Batch, operatorCase.Seed + 1);
        float[]? expected = null;
        foreach (int threads in new[] { 1, 2, 3, 5 })
        {
            using IPlan plan = CreateBackend(PlanAssert.Memory(GuardSide.After)).Compile(
                graph, parameters, operatorCase.Options with { Threads = threads });
            for (int run = 0; run < 5; run++)
            {
                plan.WriteInput(input);
                plan.Run();
                float[] actual = PlanAssert.Read(plan, graph.Output);
                expected ??= actual;
                MapAssert.Same(expected, actual, graph.Output.Output, FormattableString.Invariant($"{operatorCase}, {threads} threads, run {run}"));
            }
        }
    }

    /// <summary>What is not finite fills every map that depends on the input, and nothing of it is left in the next run.</summary>
    [Theory]
    [MemberData(nameof(NetworksInBothOrders), DisableDiscoveryEnumeration = true)]
    public void ANetworksRunLeavesNothingBehind(OperatorCase operatorCase)
    {
        Graph graph = operatorCase.Graph;
        float[] input = RandomMaps.Create(graph.Input.Output, operatorCase.Batch, operatorCase.Seed + 1);
        using IPlan plan = CreateBackend(PlanAssert.Memory(GuardSide.Before)).Compile(
            graph, NetworkParameters.Random(graph, operatorCase.Seed), operatorCase.Options);
        float[] expected = RunOn(input);
        foreach (float value in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            float[] poisoned = new float[input.Length];
            Array.Fill(poisoned, value);
            RunOn(poisoned);

            MapAssert.Same(expected, RunOn(input), graph.Output.Output, FormattableString.Invariant($"{operatorCase}, after {value}"));
        }

        float[] RunOn(float[] map)
        {
            plan.WriteInput(map);
            plan.Run();
            return PlanAssert.Read(plan, graph.Output);
        }
    }

    private int Steps(OperatorCase operatorCase)
    {
        using IPlan plan = CreateBackend(new AlignedAllocator()).Compile(
            operatorCase.Graph, NetworkParameters.Random(operatorCase.Graph, operatorCase.Seed), operatorCase.Options);
        return plan.Steps.Length;
    }
}
