using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>The tensors of one layer with weights in a file.</summary>
/// <param name="Node">Index of the layer's node.</param>
/// <param name="Weights">Null for a batch norm that is a layer of its own.</param>
/// <param name="Bias">Null where the layer has no bias of its own.</param>
/// <param name="BatchNorm">Null where the layer has none.</param>
internal sealed record LayerTensors(int Node, ExpectedTensor? Weights, ExpectedTensor? Bias, BatchNormTensors? BatchNorm)
{
    public IEnumerable<ExpectedTensor> All =>
        new[] { Weights, Bias }.OfType<ExpectedTensor>().Concat(BatchNorm?.All ?? []);

    /// <returns>In order of execution; null when the naming has no name for a layer.</returns>
    public static IReadOnlyList<LayerTensors>? Of(Graph graph, ITensorNaming naming)
    {
        var all = new List<LayerTensors>();
        foreach ((Node node, WeightedLayer layer) in graph.WeightedLayers)
        {
            if (Of(node, layer, naming) is not { } tensors)
                return null;
            all.Add(tensors);
        }

        return all;
    }

    private static LayerTensors? Of(Node node, WeightedLayer layer, ITensorNaming naming)
    {
        if (node.Name is null || naming.Module(node.Name) is not { } module)
            return null;
        if (layer is BatchNormalization)
            return new LayerTensors(node.Index, null, null, BatchNormTensors.Of(module, layer.OutputChannels));

        string? batchNorm = naming.BatchNorm(node.Name);
        if (layer.BiasSource == BiasSource.BatchNorm && batchNorm is null)
            return null;
        return new LayerTensors(
            node.Index,
            new ExpectedTensor($"{module}.weight", WeightShape(layer)),
            layer.BiasSource == BiasSource.Bias ? new ExpectedTensor($"{module}.bias", TensorShape.Of(layer.OutputChannels)) : null,
            layer.BiasSource == BiasSource.BatchNorm ? BatchNormTensors.Of(batchNorm!, layer.OutputChannels) : null);
    }

    private static TensorShape WeightShape(WeightedLayer layer) => layer is Convolution convolution
        ? TensorShape.Of(convolution.OutputChannels, convolution.InputChannelsPerGroup, convolution.KernelSize, convolution.KernelSize)
        : TensorShape.Of(layer.OutputChannels, layer.FanIn);
}

/// <summary>The tensors of a batch norm, each [channel].</summary>
internal sealed record BatchNormTensors(ExpectedTensor Scale, ExpectedTensor Shift, ExpectedTensor Mean, ExpectedTensor Variance)
{
    public IEnumerable<ExpectedTensor> All => [Scale, Shift, Mean, Variance];

    public static BatchNormTensors Of(string module, int channels)
    {
        TensorShape shape = TensorShape.Of(channels);
        return new BatchNormTensors(
            new ExpectedTensor($"{module}.weight", shape),
            new ExpectedTensor($"{module}.bias", shape),
            new ExpectedTensor($"{module}.running_mean", shape),
            new ExpectedTensor($"{module}.running_var", shape));
    }
}
