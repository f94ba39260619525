using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Reference;
using GuidelineBench.Kernels.Simd.Tests.Memory;

namespace GuidelineBench.Kernels.Simd.Tests.NetworkPlans;

/// <summary>Whole networks of the catalogue on small inputs, at least one of each family that Reference computes in reasonable time.</summary>
public sealed class CatalogueTests
{
    private static readonly (string Name, int Height, int Width)[] Networks =
    [
        ("shufflenet_v2_0.5x", 64, 64),
        ("shufflenet_v2_0.5x", 96, 72),
        ("shufflenet_v2_1.0x_residual", 64, 64),
        ("shufflenet_v2_0.5x_star", 64, 64),
        ("shufflenet_v2_x0_5", 64, 64),
        ("shufflenet_v2_2.0x_se_residual", 32, 32),
        ("shufflenet_v2_50", 32, 32),
        ("shufflenet_v1_0.5x_g3", 64, 64),
        ("shufflenet_v1_0.5x_g8", 64, 64),
        ("shufflenet_v1_50_quarter", 32, 32),
        ("mobilenet_v1_0.25", 64, 64),
        ("mobilenet_v2_0.15", 64, 64),
        ("mobilenet_v2", 32, 32),
        ("light_xception_0.5x", 64, 64),
        ("densenet_0.5x", 64, 64),
        ("densenet_1.0x", 50, 75),
        ("condensenet_g8", 64, 64),
        ("condensenet_g4", 32, 32),
        ("igcv2_0.25", 64, 64),
        ("igcv3_d_0.7", 32, 32),
        ("nasnet_a_4_1056", 64, 64),
        ("pnasnet_5_mobile", 48, 48),
        ("pnasnet_5_mobile_even", 48, 48),
        ("resnet50", 32, 32),
        ("resnet50_2015", 32, 32),
    ];

    private static readonly (string Name, int Size)[] LargeNetworks =
        [("alexnet", 224), ("alexnet_2012", 227), ("shufflenet_v2_0.5x", 224), ("nasnet_a_4_1056", 96), ("se_shufflenet_v2_164", 32), ("senet154", 32)];

    public static TheoryData<string, int, int> Whole => [.. TestPart.Of(Networks, _ => "any", ofEach: 5)];

    public static TheoryData<string, int> Large => [.. TestPart.Of(LargeNetworks, _ => "any", ofEach: 1)];

    [Theory]
    [MemberData(nameof(Whole))]
    public void AWholeNetworkEqualsReference(string name, int height, int width)
    {
        Graph graph = NetworkCatalogue.Find(name)!.Builder(new MapShape(3, height, width));
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        float[] input = RandomMaps.Create(graph.Input.Output, batch: 1, seed: 2);
        double[] reference = ReferenceNetwork.Output(graph, node => (parameters[node].Weights, parameters[node].Bias), input, batch: 1);

        foreach ((bool fuse, ExecutionOrder order, int threads) in new[]
        {
            (true, ExecutionOrder.Layer, 1), (false, ExecutionOrder.Layer, 2), (true, ExecutionOrder.DepthFirst, 2), (false, ExecutionOrder.DepthFirst, 1),
        })
        {
            using var plan = (ISteppedPlan)new SimdBackend(GuardedBackends.Memory(GuardSide.After)).Compile(
                graph, parameters, PlanOptions.Default with { FuseElementwise = fuse, Order = order, Threads = threads });
            plan.WriteInput(input);
            plan.Run();

            MapAssert.Near(
                reference, PlanAssert.Read(plan, graph.Output), graph.Output.Output,
                FormattableString.Invariant($"{name} at {height}x{width}, fused {fuse}, {order.Label()}, {threads} threads"),
                OutputTolerance.Fp32);
        }
    }

    /// <summary>Those that are too large for Reference, by the tool's own check: each step at some pixels, from the maps that it has read.</summary>
    [Theory]
    [MemberData(nameof(Large))]
    public void EveryStepOfALargeNetworkEqualsReferenceAtSomePixels(string name, int size)
    {
        Graph graph = NetworkCatalogue.Find(name)!.Builder(new MapShape(3, size, size));
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        using var plan = (ISteppedPlan)new SimdBackend().Compile(graph, parameters, PlanOptions.Default with { Threads = 2 });

        Assert.InRange(
            PlanVerification.MaxError(plan, parameters, RandomMaps.Create(graph.Input.Output, batch: 1, seed: 2), seed: 3),
            0, OutputTolerance.Fp32);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ARunOfANetworkAllocatesNothing(int threads)
    {
        Graph graph = NetworkCatalogue.Find("shufflenet_v2_0.5x")!.Build();
        using var plan = (ISteppedPlan)new SimdBackend(new AlignedAllocator()).Compile(
            graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default with { Threads = threads });
        plan.WriteInput(RandomMaps.Create(graph.Input.Output, batch: 1, seed: 2));
        plan.Run();

        // The least of several is meant: a collection that other tests cause moves this thread's counter by a page of its heap.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => AllocatedBytes(plan)));
    }

    private static long AllocatedBytes(IPlan plan)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 3; i++)
            plan.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
