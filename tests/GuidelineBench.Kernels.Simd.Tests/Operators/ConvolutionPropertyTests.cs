using CsCheck;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Simd.Tests.Memory;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

public sealed class ConvolutionPropertyTests
{
    private const int Inputs = 60, Smaller = 200;

    /// <summary>Every number of channels and every size of a map is as likely as the next, which lists of shapes that were thought of are not.</summary>
    private static Gen<OperatorCase> Any =>
        from groups in Gen.OneOf(1, 1, 2, 3, 5, 0)
        from channels in Gen.Select(Gen.Int[1, 37], Gen.Int[1, 37])
        from map in Gen.Select(Gen.Int[1, 19], Gen.Int[1, 35])
        from window in Gen.Select(Gen.OneOf(1, 3), Gen.OneOf(1, 1, 2))
        from isActivated in Gen.Bool
        from run in Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Bool, Gen.OneOf(ExecutionOrder.Layer, ExecutionOrder.DepthFirst), Gen.Int[0, 1000])
        select Case(groups, channels, map, window, isActivated, run.Item1, run.Item2, run.Item3) with { Order = run.Item4, Seed = run.Item5 };

    [Fact]
    public void AConvolutionOfAnyShapeEqualsReference() =>
        Property.Holds(Any, operatorCase => PlanAssert.EqualsReference(GuardedBackends.All, operatorCase), Inputs, Smaller);

    /// <param name="groups">0 for a convolution of each channel by itself.</param>
    private static OperatorCase Case(
        int groups, (int From, int To) channels, (int Height, int Width) map, (int Size, int Stride) window, bool isActivated, int batch, int threads, bool fuse)
    {
        (int from, int to) = groups == 0 ? (channels.From, channels.From) : (channels.From * groups, channels.To * groups);
        var graph = new GraphBuilder(new MapShape(from, map.Height, map.Width));
        int last = graph.Convolution(graph.Input, to, "convolution", window.Size, window.Stride, groups == 0 ? from : groups);
        if (isActivated)
            graph.ReLU(last);
        Graph built = graph.Build("any");
        return new OperatorCase(built.Nodes[1].Layer.Signature, built, batch, threads, fuse, Seed: 0);
    }
}
