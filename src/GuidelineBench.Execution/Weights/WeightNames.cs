using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Execution.Weights.Naming;

namespace GuidelineBench.Execution.Weights;

/// <summary>How the names of a file of weights are read: by which convention, and without what a wrapper of the network put before them.</summary>
/// <param name="Layers">The tensors that the network has under that convention.</param>
/// <param name="Entries">Of the file, by the names that are left.</param>
/// <param name="PassedOver">What was left out of the names, for the user; null where nothing was.</param>
internal sealed record WeightNames(
    ITensorNaming Naming, IReadOnlyList<LayerTensors> Layers, IReadOnlyDictionary<string, SafetensorsEntry> Entries, string? PassedOver)
{
    /// <summary>How mmengine normalises an image before the network: numbers of its own, and none of the network's.</summary>
    private const string Preprocessor = "data_preprocessor.";

    /// <returns>The reading that finds most of the network's tensors, the names as they are before all others; null where no convention has names for its layers.</returns>
    public static WeightNames? Of(SafetensorsFile file, Graph graph)
    {
        ImmutableArray<SafetensorsEntry> entries = [.. file.Entries.Values.Where(entry => !IsOfPreprocessor(entry.Name))];
        string[] ignored = [.. file.Entries.Keys.Where(IsOfPreprocessor).Order(StringComparer.Ordinal)];
        WeightNames? best = null;
        int most = -1;
        foreach (string prefix in Prefixes(entries))
        {
            var named = entries.ToDictionary(entry => entry.Name[prefix.Length..], StringComparer.Ordinal);
            if (TensorNamings.Detect(graph, named.ContainsKey) is not var (naming, layers))
                continue;
            int found = layers.SelectMany(layer => layer.All).Count(tensor => named.ContainsKey(tensor.Name));
            if (found > most)
                (best, most) = (new WeightNames(naming, layers, named, Said(prefix, ignored)), found);
        }

        return best;
    }

    private static bool IsOfPreprocessor(string name) => name.Contains(Preprocessor, StringComparison.Ordinal);

    /// <summary>Whole words that all names have in common, from none to all of them: <c>module.</c>, <c>module._orig_mod.</c>, ...</summary>
    private static IEnumerable<string> Prefixes(ImmutableArray<SafetensorsEntry> entries)
    {
        yield return "";
        if (entries.IsEmpty)
            yield break;
        string first = entries[0].Name;
        for (int dot = first.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = first.IndexOf('.', dot + 1))
        {
            string prefix = first[..(dot + 1)];
            if (!entries.All(entry => entry.Name.Length > prefix.Length && entry.Name.StartsWith(prefix, StringComparison.Ordinal)))
                yield break;
            yield return prefix;
        }
    }

    private static string? Said(string prefix, string[] ignored)
    {
        string[] parts =
        [
            .. prefix.Length == 0 ? Array.Empty<string>() : [$"all names begin with {TensorFileException.Quote(prefix)}, which is left out"],
            .. ignored.Length == 0 ? Array.Empty<string>() : [$"{string.Join(", ", ignored.Select(TensorFileException.Quote))} {(ignored.Length == 1 ? "is" : "are")} of no layer and left out; images are taken as they are given"],
        ];
        return parts.Length == 0 ? null : string.Join("; ", parts);
    }
}
