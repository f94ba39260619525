using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Tests.Memory;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

public sealed class SimdOperatorTests : OperatorTests
{
    protected override IBackend CreateBackend(IBufferAllocator allocator) => new SimdBackend(allocator);

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
                () => CreateBackend(new AlignedAllocator()).Compile(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default));

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

        Assert.Throws<PlanException>(() => CreateBackend(allocator).Compile(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default));

        Assert.Equal(0, allocator.Live);
    }
}
