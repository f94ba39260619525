using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;
using GuidelineBench.Kernels.Simd.Tests.Memory;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

/// <summary>What every backend has to do, in guarded memory where the system has it.</summary>
public abstract class OperatorTests
{
    public static TheoryData<OperatorCase> Cases => [.. OperatorCases.All];

    public static TheoryData<OperatorCase> Blocks => [.. ExperimentCases.FirstBlocks];

    public static TheoryData<OperatorCase> SmallNetworks => [.. ExperimentCases.WholeAtX1];

    public static TheoryData<OperatorCase> DepthFirst =>
    [
        .. OperatorCases.Networks()
            .Concat(ExperimentCases.FirstBlocks.Where(block => block.Graph.Input.Output.Height == 56))
            .Concat(ExperimentCases.WholeAtX1)
            .Select(layerByLayer => layerByLayer with { Order = ExecutionOrder.DepthFirst }),
    ];

    public static TheoryData<OperatorCase> Leaks => [.. LeakCases.All];

    protected abstract IBackend CreateBackend(IBufferAllocator allocator);

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void EveryOperatorEqualsReference(OperatorCase operatorCase) => EqualsReference(operatorCase);

    [Theory]
    [MemberData(nameof(Blocks), DisableDiscoveryEnumeration = true)]
    public void TheFirstBlockOfEveryCellEqualsReference(OperatorCase operatorCase) => EqualsReference(operatorCase);

    [Theory]
    [MemberData(nameof(SmallNetworks), DisableDiscoveryEnumeration = true)]
    public void EveryWholeNetworkAtX1EqualsReference(OperatorCase operatorCase) => EqualsReference(operatorCase);

    [Theory]
    [MemberData(nameof(DepthFirst), DisableDiscoveryEnumeration = true)]
    public void CarriedThroughTileByTileANetworkEqualsReference(OperatorCase operatorCase) => EqualsReference(operatorCase);

    /// <summary>
    /// A pixel that is not finite stays where the kernels' reach ends, although tiles of pixels and borders lie beside it,
    /// and leaves nothing behind for the next run.
    /// </summary>
    [Theory]
    [MemberData(nameof(Leaks), DisableDiscoveryEnumeration = true)]
    public void APixelThatIsNotFiniteDoesNotLeak(OperatorCase operatorCase)
    {
        Graph graph = operatorCase.Graph;
        (MapShape input, MapShape output) = (graph.Input.Output, graph.Output.Output);
        int reach = graph.Convolutions.Sum(layer => layer.Convolution.KernelSize / 2);
        float[] clean = RandomMaps.Create(input, operatorCase.Batch, operatorCase.Seed + 1);
        using IPlan plan = CreateBackend(PlanAssert.Memory(GuardSide.After)).Compile(
            graph, NetworkParameters.Random(graph, operatorCase.Seed), operatorCase.Options);
        float[] expected = RunOn(clean);
        int last = input.Pixels - 1;
        foreach ((float value, int pixel) in new[] { (float.NaN, last), (float.PositiveInfinity, 0), (float.NaN, last / 2), (float.NegativeInfinity, last) })
        {
            for (int image = 0; image < operatorCase.Batch; image++)
            {
                float[] poisoned = [.. clean];
                for (int channel = 0; channel < input.Channels; channel++)
                    poisoned[(image * input.Channels + channel) * input.Pixels + pixel] = value;
                int poisonedImage = image, row = pixel / input.Width, column = pixel % input.Width;

                float[] actual = RunOn(poisoned);

                string what = FormattableString.Invariant($"{operatorCase}, {value} at pixel {pixel} of image {image}");
                Assert.False(float.IsFinite(actual[(image * output.Channels) * output.Pixels + pixel]), what + " has no effect");
                MapAssert.Same(
                    expected, actual, output,
                    place => place.Image != poisonedImage || Math.Abs(place.Y - row) > reach || Math.Abs(place.X - column) > reach, what);
                MapAssert.Same(expected, RunOn(clean), output, what + ", then a clean input");
            }
        }

        float[] RunOn(float[] map)
        {
            plan.WriteInput(map);
            plan.Run();
            return PlanAssert.Read(plan, graph.Output);
        }
    }

    /// <summary>The tool's own check before timing, which sees a part of the pixels only, agrees with the comparison of whole maps.</summary>
    [Theory]
    [MemberData(nameof(SmallNetworks), DisableDiscoveryEnumeration = true)]
    public void VerificationAcceptsEveryPlan(OperatorCase operatorCase)
    {
        Graph graph = operatorCase.Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, operatorCase.Seed);
        float[] input = RandomMaps.Create(graph.Input.Output, operatorCase.Batch, operatorCase.Seed + 1);
        using IPlan plan = CreateBackend(PlanAssert.Memory(GuardSide.After)).Compile(graph, parameters, operatorCase.Options);

        Assert.InRange(PlanVerification.MaxError(plan, parameters, input, seed: 6), 0, PlanVerification.Tolerance);
        using IPlan tileByTile = CreateBackend(PlanAssert.Memory(GuardSide.After)).Compile(
            graph, parameters, operatorCase.Options with { Order = ExecutionOrder.DepthFirst });
        Assert.InRange(PlanVerification.MaxError(tileByTile, parameters, input, seed: 6), 0, PlanVerification.Tolerance);
    }

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
        using IPlan alone = CreateBackend(new AlignedAllocator()).Compile(graph, parameters, PlanOptions.Default);
        using IPlan together = CreateBackend(new AlignedAllocator()).Compile(graph, parameters, PlanOptions.Default with { Threads = threads });
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
        using IPlan plan = CreateBackend(new AlignedAllocator()).Compile(
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

        IPlan plan = CreateBackend(allocator).Compile(built, NetworkParameters.Random(built, seed: 1), PlanOptions.Default with { Threads = 2 });
        Assert.True(allocator.Live > 0);
        plan.Dispose();

        Assert.Equal(0, allocator.Live);
    }

    /// <summary>The bytes of a chain of 1x1 convolutions that tiles divide evenly, by hand: every map once per reader and writer, weights and biases.</summary>
    [Fact]
    public void BytesOfAPlanCountMapsWeightsAndBiases()
    {
        // 64 pixels: 4 -> 8 -> 4 channels and a fused sum with the input, batch 2.
        var graph = new GraphBuilder(new MapShape(4, 8, 8));
        graph.Sum(graph.Convolution(graph.Convolution(graph.Input, 8), 4), graph.Input);
        Graph built = graph.Build("bytes");

        using IPlan plan = CreateBackend(new AlignedAllocator()).Compile(
            built, NetworkParameters.Random(built, seed: 1), PlanOptions.Default with { Batch = 2 });

        Assert.Equal(4 * (2 * 64 * (4 + 8 + 8 + 4 + 4) + 32 + 8 + 32 + 4), plan.Bytes);
    }

    private void EqualsReference(OperatorCase operatorCase) => PlanAssert.EqualsReference(CreateBackend, operatorCase);

    /// <summary>The least of several is meant: a collection that other tests cause moves this thread's counter by a page of its heap.</summary>
    private static long AllocatedBytes(IPlan plan)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 3; i++)
            plan.Run();
        plan.RunStep(0);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
