using System.Collections.Immutable;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>The conventions that files of weights follow.</summary>
internal static class TensorNamings
{
    public static ITensorNaming Torchvision { get; } = new TorchvisionNaming();

    private static readonly ImmutableArray<ITensorNaming> All = [Torchvision, new MmclassificationNaming()];

    /// <summary>The convention that explains most names of a file.</summary>
    /// <returns>It and the tensors that the network has under it; null when no convention has names for the network's layers.</returns>
    public static (ITensorNaming Naming, IReadOnlyList<LayerTensors> Layers)? Detect(Graph graph, Func<string, bool> isInFile)
    {
        (ITensorNaming, IReadOnlyList<LayerTensors>)? best = null;
        int most = -1;
        foreach (ITensorNaming naming in All)
        {
            if (LayerTensors.Of(graph, naming) is not { } layers)
                continue;
            int found = layers.SelectMany(layer => layer.All).Count(tensor => isInFile(tensor.Name));
            if (found > most)
                (best, most) = ((naming, layers), found);
        }

        return best;
    }
}
