using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Execution.Weights.Naming;

namespace GuidelineBench.Execution.Weights;

/// <summary>
/// Reads a network's parameters from a safetensors file under torchvision's names, or mmclassification's for
/// ShuffleNet v2; which of them the file follows is found out. Batch norms are folded into the layers before them.
/// </summary>
public static class WeightImport
{
    /// <param name="say">Told, in one line, what of the file's names was passed over.</param>
    /// <exception cref="TensorFileException">
    /// The file is not usable, a tensor is missing, extra, of another shape or type, or not finite, or the network has
    /// no published names. The message is one line.
    /// </exception>
    public static NetworkParameters Read(string path, Graph graph, Action<string>? say = null)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        if (TensorNamings.Detect(graph, file.Entries.Keys) is not { } naming)
            throw new TensorFileException(
                $"the layers of {graph.Name} have no names in files of weights", path, "networks of torchvision, or random weights");
        WeightMismatch.Refuse(file, naming, graph.Name);
        if (PassedOver(file, naming) is { } passedOver)
            say?.Invoke($"{path}: {passedOver}");
        var byNode = ImmutableDictionary.CreateBuilder<int, LayerParameters>();
        foreach (LayerTensors layer in naming.Layers)
            byNode.Add(layer.Node, Read(file, layer));
        return new NetworkParameters(graph, byNode.ToImmutable());
    }

    private static string? PassedOver(SafetensorsFile file, FileNaming naming)
    {
        string[] ofPreprocessor = [.. file.Entries.Keys.Where(IgnoredTensors.IsOfPreprocessor).Order(StringComparer.Ordinal).Select(TensorFileException.Quote)];
        var parts = new List<string>();
        if (naming.Prefix.Length > 0)
            parts.Add($"the names of all weights begin with {TensorFileException.Quote(naming.Prefix)}, which is left out");
        if (ofPreprocessor.Length > 0)
            parts.Add($"{string.Join(", ", ofPreprocessor)} {(ofPreprocessor.Length == 1 ? "is" : "are")} of no layer and left out; images are taken as they are given");
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    private static LayerParameters Read(SafetensorsFile file, LayerTensors layer)
    {
        float[]? weights = layer.Weights is { } tensor ? Values(tensor) : null;
        if (layer.BatchNorm is { } norm)
            return Folded(file, weights, norm, Values(norm.Scale), Values(norm.Shift), Values(norm.Mean), Values(norm.Variance));
        int channels = (int)layer.Weights!.Shape.Dimensions[0];
        return new LayerParameters(weights!, layer.Bias is { } bias ? Values(bias) : new float[channels]);

        float[] Values(ExpectedTensor expected) => file.Read(file.Entries[expected.Name]);
    }

    private static LayerParameters Folded(
        SafetensorsFile file, float[]? weights, BatchNormTensors norm, float[] scale, float[] shift, float[] mean, float[] variance)
    {
        int negative = Array.FindIndex(variance, value => value < 0);
        if (negative >= 0)
            throw new TensorFileException(
                FormattableString.Invariant($"tensor {TensorFileException.Quote(norm.Variance.Name)} is {variance[negative]} at element {negative}"),
                file.Path, "variances of 0 or more");
        if (weights is null)
        {
            weights = new float[scale.Length];
            weights.AsSpan().Fill(1);
        }

        LayerParameters folded = BatchNormFolding.Fold(weights, scale, shift, mean, variance);
        return Array.TrueForAll(folded.Weights, float.IsFinite) && Array.TrueForAll(folded.Bias, float.IsFinite)
            ? folded
            : throw new TensorFileException(
                $"the batch norm of tensor {TensorFileException.Quote(norm.Scale.Name)} makes numbers beyond float32", file.Path, "numbers that stay finite");
    }
}

/// <summary>Tensors in files of weights that are none.</summary>
internal static class IgnoredTensors
{
    /// <summary>How mmengine normalises images before the network: numbers of its own, and none of the network's.</summary>
    private const string Preprocessor = "data_preprocessor";

    /// <summary>PyTorch's counters of batches and of averaged networks, of different types in different versions, and a profiler's.</summary>
    private static readonly string[] Counters = ["num_batches_tracked", "n_averaged", "total_ops", "total_params"];

    public static bool IsCounter(string name) => Counters.Contains(name[(name.LastIndexOf('.') + 1)..]);

    /// <summary>Whether the images would have to be normalised with it, which the user is to be told.</summary>
    public static bool IsOfPreprocessor(string name) => name.Split('.')[..^1].Contains(Preprocessor);
}
