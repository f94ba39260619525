using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Conformance.Networks;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Simd.Tests.NetworkPlans;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

/// <summary>The cases that run here, at this width of vectors, whether all are asked for or a part: no kind of operator is missing.</summary>
public sealed class PartTests
{
    private static readonly IReadOnlyList<OperatorCase> Compared =
    [
        .. OperatorTests.Cases.Concat(OperatorTests.Blocks).Concat(NetworkTests.Layers).Concat(NetworkTests.Views).Concat(NetworkTests.Joins)
            .Concat(NetworkTests.Networks).Concat(SimdNetworkTests.DepthFirst).Concat(SimdNetworkTests.Sliced).Select(row => row.Data),
    ];

    public static TheoryData<ExecutionOrder> Orders => [.. Enum.GetValues<ExecutionOrder>()];

    [Theory]
    [MemberData(nameof(Orders))]
    public void EveryLayerThatThereIsIsComparedWithReference(ExecutionOrder order)
    {
        Type[] layers = [.. typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract).Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)))];

        Assert.True(layers.Length > 10);
        Assert.Empty(layers.Except(In(order).SelectMany(operatorCase => operatorCase.Graph.Nodes).Select(node => node.Layer.GetType())));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void EveryKindOfConvolutionIsComparedWithReferenceFusedAndNot(ExecutionOrder order) => Assert.All(
        from kind in Enum.GetValues<ConvolutionKind>()
        from fuse in (bool[])[true, false]
        select (kind, fuse),
        wanted => Assert.Contains(
            In(order), operatorCase => operatorCase.Fuse == wanted.fuse && operatorCase.Graph.Convolutions.Any(entry => entry.Convolution.Kind == wanted.kind)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 1)]
    [InlineData(5, 2)]
    [InlineData(7, 1)]
    [InlineData(7, 2)]
    [InlineData(11, 4)]
    public void WindowsOfTheNetworksAreComparedWithReference(int kernelSize, int stride) => Assert.Contains(
        Compared, operatorCase => operatorCase.Graph.Convolutions.Any(
            entry => entry.Convolution.KernelSize == kernelSize && entry.Convolution.Window.Stride == stride));

    [Fact]
    public void EveryRowOfTheTablesIsComparedWithReference() => Assert.All(
        from experiment in ExperimentCatalogue.All
        from row in experiment.Rows
        select $"{experiment.Id}/{row.Label}/",
        row => Assert.Contains(OperatorTests.Blocks, block => block.Data.Graph.Name.StartsWith(row, StringComparison.Ordinal)));

    private static IEnumerable<OperatorCase> In(ExecutionOrder order) => Compared.Where(operatorCase => operatorCase.Order == order);
}
