using GuidelineBench.Benchmarks.Kernels;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd;

namespace GuidelineBench.Benchmarks.Tests.Kernels;

public sealed class KernelWorkTests
{
    [Fact]
    public void OfAGroupedPointwiseConvolution()
    {
        var work = KernelWork.Of(new KernelCase(KernelKind.GroupedPointwise, 64, 256, 4, 14));

        // 196 pixels; 64 x 256 / 4 = 4096 weights, 256 biases.
        Assert.Equal(196 * 4096, work.MultiplyAdds);
        Assert.Equal(2 * 196 * 4096, work.Operations);
        Assert.Equal(4 * 196 * (64 + 256), work.MapBytes);
        Assert.Equal(4 * (4096 + 256), work.ParameterBytes);
    }

    [Fact]
    public void OfADepthwiseConvolution()
    {
        var work = KernelWork.Of(new KernelCase(KernelKind.Depthwise, 32, 32, 32, 7));

        Assert.Equal(49 * 32 * 9, work.MultiplyAdds);
        Assert.Equal(4 * (49 * 64 + 32 * 9 + 32), work.Bytes);
    }

    [Fact]
    public void AFusedSumReadsOneMapMore()
    {
        var work = KernelWork.Of(new KernelCase(KernelKind.PointwiseSumReLU, 45, 45, 1, 28));

        Assert.Equal(784 * 45 * 45, work.MultiplyAdds);
        Assert.Equal(4 * 784 * 45 * 3, work.MapBytes);
    }

    [Theory]
    [InlineData(KernelKind.ReLU, 2)]
    [InlineData(KernelKind.SumOfTwo, 3)]
    [InlineData(KernelKind.SumOfFour, 5)]
    public void ElementwiseOperatorsMoveMapsAlone(KernelKind kind, int maps)
    {
        var work = KernelWork.Of(new KernelCase(kind, 22, 22, 1, 14));

        Assert.Equal(new KernelWork(MultiplyAdds: 0, MapBytes: maps * 4 * 22 * 196, ParameterBytes: 0), work);
    }

    [Fact]
    public void BytesAreThoseOfThePlanWhereTheKernelIsTheWholePlan()
    {
        var backend = new SimdBackend();
        KernelCase[] alone = [.. TestPart.Of(
            KernelCases.All.Where(kernel => FusionPass.Steps(KernelGraph.Of(kernel), fuseElementwise: true).Length == 1),
            kernel => $"{kernel.Kind}",
            ofEach: 4)];
        Assert.NotEmpty(alone);
        Assert.All(alone, kernel =>
        {
            var graph = KernelGraph.Of(kernel);
            using var plan = (ISteppedPlan)backend.Compile(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default);
            Assert.Equal(plan.Bytes, KernelWork.Of(kernel).Bytes);
        });
    }

    [Fact]
    public void OperandsAreDifferentMaps() => Assert.All(KernelCases.All, kernel =>
    {
        PlanStep step = FusionPass.Steps(KernelGraph.Of(kernel), fuseElementwise: true)[^1];
        Assert.Equal(step.Inputs.Length, step.Inputs.Distinct().Count());
    });
}
