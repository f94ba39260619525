using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Simd.Tests.Memory;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

public sealed class SimdOperatorTests : OperatorTests
{
    public static TheoryData<OperatorCase> DepthFirst =>
    [
        .. TestPart.Covering(OperatorCases.Networks(), OperatorKinds.Of)
            .Concat(TestPart.Of(ExperimentCases.FirstBlocks.Where(block => block.Graph.Input.Output.Height == 56), ExperimentCases.Row))
            .Concat(TestPart.Of(ExperimentCases.WholeAtX1, ExperimentCases.Table))
            .Select(layerByLayer => layerByLayer with { Order = ExecutionOrder.DepthFirst }),
    ];

    protected override ImmutableArray<IBackend> Backends => GuardedBackends.All;

    [Theory]
    [MemberData(nameof(DepthFirst), DisableDiscoveryEnumeration = true)]
    public void CarriedThroughTileByTileANetworkEqualsReference(OperatorCase operatorCase) => PlanAssert.EqualsReference(Backends, operatorCase);

    /// <summary>The tool's own check before timing agrees tile by tile too.</summary>
    [Theory]
    [MemberData(nameof(SmallNetworks), DisableDiscoveryEnumeration = true)]
    public void VerificationAcceptsEveryPlanTileByTile(OperatorCase operatorCase) =>
        VerificationAcceptsEveryPlan(operatorCase with { Order = ExecutionOrder.DepthFirst });

    /// <summary>Every value is computed by one thread in one order; a step that starts too early shows in some of many runs.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void ThreadsChangeNoBit(int threads)
    {
        OperatorCase block = ExperimentCases.FirstBlocks.First(candidate => candidate.Name.StartsWith("table4/relu=yes,shortcut=yes", StringComparison.Ordinal));
        Graph graph = block.Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        float[] input = RandomMaps.Create(graph.Input.Output, batch: 1, seed: 2);
        using var alone = (ISteppedPlan)new SimdBackend().Compile(graph, parameters, PlanOptions.Default);
        using var together = (ISteppedPlan)new SimdBackend().Compile(graph, parameters, PlanOptions.Default with { Threads = threads });
        alone.WriteInput(input);
        alone.Run();
        float[] expected = PlanAssert.Read(alone, graph.Output);

        for (int run = 0; run < 20; run++)
        {
            together.WriteInput(run % 2 == 0 ? input : new float[input.Length]);
            together.Run();
            if (run % 2 == 0)
                MapAssert.Same(expected, PlanAssert.Read(together, graph.Output), graph.Output.Output, FormattableString.Invariant($"run {run}"));
        }
    }

    [Theory]
    [InlineData(1, true, ExecutionOrder.Layer)]
    [InlineData(1, false, ExecutionOrder.Layer)]
    [InlineData(2, true, ExecutionOrder.Layer)]
    [InlineData(3, false, ExecutionOrder.Layer)]
    [InlineData(1, true, ExecutionOrder.DepthFirst)]
    [InlineData(2, false, ExecutionOrder.DepthFirst)]
    public void ARunAllocatesNothing(int threads, bool fuse, ExecutionOrder order)
    {
        Experiment table = Table4.Experiment;
        Graph graph = table.Cell(table.Rows[0], Scale.X1, ChannelSetting.Cpu).Graph;
        using var plan = (ISteppedPlan)new SimdBackend().Compile(
            graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default with { Threads = threads, FuseElementwise = fuse, Order = order });
        plan.WriteInput(RandomMaps.Create(graph.Input.Output, batch: 1, seed: 2));
        plan.Run();
        plan.RunStep(0);

        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => AllocatedBytes(plan)));
    }

    [Fact]
    public void ADisposedPlanHasFreedAllItsBuffers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Guarded memory is for Linux.");
        var allocator = new GuardedAllocator(GuardSide.After);
        var graph = new GraphBuilder(new MapShape(3, 5, 5));
        graph.Sum(graph.Convolution(graph.Input, 3, kernelSize: 3), graph.Input);
        Graph built = graph.Build("freed");

        var plan = (ISteppedPlan)new SimdBackend(allocator).Compile(built, NetworkParameters.Random(built, seed: 1), PlanOptions.Default with { Threads = 2 });
        Assert.True(allocator.Live > 0);
        plan.Dispose();

        Assert.Equal(0, allocator.Live);
    }

    /// <summary>None of the networks has such a layer: no window of a pooling is larger, no stride of one longer than two.</summary>
    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(3, 3)]
    [InlineData(2, 4)]
    public void PoolingsBeyond7x7OrStride2AreRefused(int kernelSize, int stride)
    {
        foreach (Layer pooling in new Layer[] { new MaxPooling(Window()), new AveragePooling(Window(), CountsPadding: true) })
        {
            var builder = new GraphBuilder(new MapShape(2, 12, 12));
            builder.Add(pooling, builder.Input);
            Graph graph = builder.Build("wide");

            PlanException error = Assert.Throws<PlanException>(
                () => new SimdBackend().Compile(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default));

            Assert.StartsWith("wide: ", error.Message, StringComparison.Ordinal);
            Assert.Contains("7x7", error.Message, StringComparison.Ordinal);
        }

        Window Window() => new(kernelSize, stride, Padding.None);
    }

    /// <summary>A plan that cannot be compiled leaves no memory behind.</summary>
    [Fact]
    public void ARefusedNetworkHasFreedAllItsBuffers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Guarded memory is for Linux.");
        var allocator = new GuardedAllocator(GuardSide.After);
        var builder = new GraphBuilder(new MapShape(2, 12, 12));
        builder.MaxPooling(builder.Convolution(builder.Input, 3), kernelSize: 3, stride: 3, padding: 0);
        Graph graph = builder.Build("wide");

        Assert.Throws<PlanException>(() => new SimdBackend(allocator).Compile(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default));

        Assert.Equal(0, allocator.Live);
    }

    /// <summary>The least of several is meant: a collection that other tests cause moves this thread's counter by a page of its heap.</summary>
    private static long AllocatedBytes(ISteppedPlan plan)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 3; i++)
            plan.Run();
        plan.RunStep(0);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
