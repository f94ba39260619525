using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Execution.Weights.Naming;

namespace GuidelineBench.Execution.Weights;

/// <summary>
/// Writes a network's parameters as a safetensors file under torchvision's names, so that other programs can run the
/// same network. Batch norms were folded: they are written as ones that only add the bias.
/// </summary>
public static class WeightExport
{
    /// <exception cref="TensorFileException">The network has no published names; the message is one line.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there before is unchanged.</exception>
    public static void Write(string path, Graph graph, NetworkParameters parameters)
    {
        IReadOnlyList<LayerTensors> layers = LayerTensors.Of(graph, TensorNamings.Torchvision)
            ?? throw new TensorFileException(
                $"the layers of {graph.Name} have no names in files of weights", path, "networks of torchvision");
        SafetensorsWriter.Write(path, [.. layers.SelectMany(layer => Tensors(layer, parameters[layer.Node]))]);
    }

    private static IEnumerable<KeyValuePair<string, Tensor>> Tensors(LayerTensors layer, LayerParameters parameters)
    {
        if (layer.Weights is { } weights)
            yield return Named(weights, parameters.Weights);
        if (layer.Bias is { } bias)
            yield return Named(bias, parameters.Bias);
        if (layer.BatchNorm is not { } norm)
            yield break;
        // Only a batch norm that is a layer of its own has weights that are its scale.
        yield return Named(norm.Scale, layer.Weights is null ? parameters.Weights : Filled(parameters.Bias.Length, 1));
        yield return Named(norm.Shift, parameters.Bias);
        yield return Named(norm.Mean, new float[parameters.Bias.Length]);
        // With eps added it is 1 up to less than half a unit in the last place of any weight.
        yield return Named(norm.Variance, Filled(parameters.Bias.Length, (float)(1 - BatchNormFolding.Epsilon)));
    }

    private static KeyValuePair<string, Tensor> Named(ExpectedTensor tensor, float[] values) =>
        new(tensor.Name, new Tensor(tensor.Shape, values));

    private static float[] Filled(int length, float value)
    {
        float[] values = new float[length];
        values.AsSpan().Fill(value);
        return values;
    }
}
