using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

public sealed class SimdOperatorTests : OperatorTests
{
    protected override IBackend CreateBackend(IBufferAllocator allocator) => new SimdBackend(allocator);

    /// <summary>Their borders would need two rows; none of the experiments has such a layer.</summary>
    [Fact]
    public void KernelsBeyond3x3AreRefused()
    {
        var builder = new GraphBuilder(new MapShape(2, 7, 7));
        builder.Convolution(builder.Input, 2, kernelSize: 5);
        Graph graph = builder.Build("wide");

        PlanException error = Assert.Throws<PlanException>(
            () => CreateBackend(new AlignedAllocator()).Compile(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default));

        Assert.Contains("3x3", error.Message, StringComparison.Ordinal);
    }
}
