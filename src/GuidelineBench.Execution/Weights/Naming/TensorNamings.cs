using System.Collections.Immutable;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>The conventions that files of weights follow.</summary>
internal static class TensorNamings
{
    public static ITensorNaming Torchvision { get; } = new TorchvisionNaming();

    private static readonly ImmutableArray<ITensorNaming> All = [Torchvision, new MmclassificationNaming()];

    /// <summary>
    /// The convention and the prefix that explain most names of a file, the shorter prefix where two explain as many: a
    /// convention whose own names begin with <c>backbone.</c> keeps it.
    /// </summary>
    /// <returns>Null when no convention has names for the network's layers.</returns>
    public static FileNaming? Detect(Graph graph, IEnumerable<string> names)
    {
        FileNaming? best = null;
        int most = -1;
        foreach (ITensorNaming naming in All)
        {
            if (LayerTensors.Of(graph, naming) is not { } layers)
                continue;
            (string prefix, int found) = CommonPrefix(names, [.. layers.SelectMany(layer => layer.All).Select(tensor => tensor.Name)]);
            if (best is not null && (found < most || (found == most && prefix.Length >= best.Prefix.Length)))
                continue;
            best = new FileNaming(naming, prefix, prefix.Length == 0 ? layers : LayerTensors.Of(graph, new PrefixedNaming(naming, prefix))!);
            most = found;
        }

        return best;
    }

    /// <summary>What stands before most of the expected names, in whole words; one of them alone.</summary>
    private static (string Prefix, int Found) CommonPrefix(IEnumerable<string> names, HashSet<string> expected)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        foreach (string name in names)
        {
            int start = 0;
            do
            {
                if (expected.Contains(name[start..]))
                    found[name[..start]] = found.GetValueOrDefault(name[..start]) + 1;
                start = name.IndexOf('.', start) + 1;
            }
            while (start > 0);
        }

        (string prefix, int count) = found.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();
        return (prefix, count);
    }
}
