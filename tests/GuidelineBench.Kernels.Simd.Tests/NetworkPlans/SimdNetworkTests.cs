using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Fusion;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Conformance.Networks;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Simd.Tests.Memory;

namespace GuidelineBench.Kernels.Simd.Tests.NetworkPlans;

public sealed class SimdNetworkTests : NetworkTests
{
    /// <summary>All of the above, carried through tile by tile where that is possible; many threads would rather share channels.</summary>
    public static TheoryData<OperatorCase> DepthFirst =>
    [
        .. TestPart.Covering(LayerCases.All.Concat(ViewCases.All).Concat(JoinCases.All).Concat(RandomNetworks.All), OperatorKinds.Of)
            .Select(layerByLayer => layerByLayer with { Order = ExecutionOrder.DepthFirst, Threads = Math.Min(2, layerByLayer.Threads) }),
        .. TestPart.Of(TileRunCases.All, run => run.Name),
    ];

    /// <summary>Networks in both orders.</summary>
    public static TheoryData<OperatorCase> NetworksInBothOrders =>
    [
        .. TestPart.Covering(RandomNetworks.All, OperatorKinds.Of),
        .. TestPart.Covering(RandomNetworks.All, OperatorKinds.Of).Select(layerByLayer => layerByLayer with { Order = ExecutionOrder.DepthFirst }),
        .. TestPart.Of(SliceCases.All.Where(sliced => sliced.Order == ExecutionOrder.Layer), sliced => sliced.Name.Split(' ')[0]),
    ];

    public static TheoryData<OperatorCase> Sliced => [.. SliceCases.All];

    protected override ImmutableArray<IBackend> Backends => GuardedBackends.All;

    [Theory]
    [MemberData(nameof(DepthFirst), DisableDiscoveryEnumeration = true)]
    public void CarriedThroughTileByTileEverythingEqualsReference(OperatorCase operatorCase) =>
        PlanAssert.EqualsReference(Backends, operatorCase, NetworkTolerance);

    [Theory]
    [MemberData(nameof(Sliced), DisableDiscoveryEnumeration = true)]
    public void WithInputsInSlicesEverythingEqualsReference(OperatorCase operatorCase) =>
        PlanAssert.EqualsReference(Backends, operatorCase, NetworkTolerance);

    /// <summary>Else those cases would say nothing about it.</summary>
    [Fact]
    public void ManyConvolutionsAreSliced() => Assert.InRange(Sliced.Sum(row => SliceCases.Cuts(row.Data)), TestPart.Number(all: 100, part: 20), int.MaxValue);

    /// <summary>Else the cases above would say nothing about it.</summary>
    [Fact]
    public void ManyCasesHaveRunsOfSteps() =>
        Assert.InRange(DepthFirst.Count(row => Steps(row.Data) < Steps(row.Data with { Order = ExecutionOrder.Layer })), TestPart.Number(all: 40, part: 10), int.MaxValue);

    /// <summary>Else those cases would say nothing about it.</summary>
    [Fact]
    public void ManyJoinsHaveAnActivationThatMoves() => Assert.InRange(
        JoinCases.All.Count(join => join.Fuse && EarlyActivations.Of(join.Graph) != join.Graph), 20, int.MaxValue);

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
            using var plan = (ISteppedPlan)Backends[^1].Compile(
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

    [Theory]
    [MemberData(nameof(Networks), DisableDiscoveryEnumeration = true)]
    public void ARunTileByTileLeavesNothingBehind(OperatorCase operatorCase) =>
        ANetworksRunLeavesNothingBehind(operatorCase with { Order = ExecutionOrder.DepthFirst });

    private static int Steps(OperatorCase operatorCase)
    {
        using var plan = (ISteppedPlan)new SimdBackend().Compile(
            operatorCase.Graph, NetworkParameters.Random(operatorCase.Graph, operatorCase.Seed), operatorCase.Options);
        return plan.Steps.Length;
    }
}
