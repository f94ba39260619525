using System.Globalization;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Execution.Weights.Naming;

namespace GuidelineBench.Execution.Weights;

/// <summary>What a file of weights has and should have, where they differ.</summary>
internal static class WeightMismatch
{
    /// <summary>Names that a message gives of each kind.</summary>
    private const int Examples = 3;

    /// <exception cref="TensorFileException">Tensors are missing, of another shape, or not of this network.</exception>
    public static void Refuse(SafetensorsFile file, FileNaming naming, string network)
    {
        ExpectedTensor[] expected = [.. naming.Layers.SelectMany(layer => layer.All)];
        ExpectedTensor[] missing = [.. expected.Where(tensor => !file.Entries.ContainsKey(tensor.Name))];
        ExpectedTensor[] misshapen =
            [.. expected.Where(tensor => file.Entries.TryGetValue(tensor.Name, out SafetensorsEntry? entry) && entry.Shape != tensor.Shape)];
        HashSet<string> known = [.. expected.Select(tensor => tensor.Name)];
        string[] extra =
        [
            .. file.Entries.Keys
                .Where(name => !known.Contains(name) && !IgnoredTensors.IsCounter(name) && !IgnoredTensors.IsOfPreprocessor(name))
                .Order(StringComparer.Ordinal),
        ];

        string[] faults =
        [
            .. Fault("missing", missing.Select(tensor => TensorFileException.Quote(tensor.Name))),
            .. Fault("of another shape", misshapen.Select(tensor =>
                $"{TensorFileException.Quote(tensor.Name)} is {file.Entries[tensor.Name].Shape}, not {tensor.Shape}")),
            .. Fault("not of this network", extra.Select(TensorFileException.Quote)),
        ];
        if (faults.Length > 0)
            throw new TensorFileException(
                string.Join("; ", faults), file.Path,
                string.Create(CultureInfo.InvariantCulture, $"the {expected.Length} tensors of {network}, named in {naming.Naming.Name}'s style{(naming.Prefix.Length == 0 ? "" : $" behind {TensorFileException.Quote(naming.Prefix)}")}"));
    }

    private static IEnumerable<string> Fault(string kind, IEnumerable<string> tensors)
    {
        string[] all = [.. tensors];
        if (all.Length > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{all.Length} {(all.Length == 1 ? "tensor" : "tensors")} {kind} ({string.Join(", ", all.Take(Examples))}{(all.Length > Examples ? ", ..." : "")})");
    }
}
