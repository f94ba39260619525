using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Parameters;

/// <summary>Weights and biases of a network by node index.</summary>
public sealed class NetworkParameters
{
    private readonly ImmutableDictionary<int, LayerParameters> byNode;

    public NetworkParameters(Graph graph, ImmutableDictionary<int, LayerParameters> byNode)
    {
        foreach ((Node node, WeightedLayer layer) in graph.WeightedLayers)
        {
            LayerParameters parameters = byNode[node.Index];
            if (parameters.Weights.Length != layer.WeightCount || parameters.Bias.Length != layer.OutputChannels)
                throw new ArgumentException(FormattableString.Invariant(
                    $"Node {node.Index} ({layer.Signature}) has {parameters.Weights.Length} weights and {parameters.Bias.Length} biases."),
                    nameof(byNode));
        }

        this.byNode = byNode;
    }

    public LayerParameters this[int node] => byNode[node];

    /// <summary>
    /// Uniform weights of variance 1 / fan-in, so that values keep their magnitude through a chain of layers,
    /// and small biases. Equal for equal seeds on every machine.
    /// </summary>
    public static NetworkParameters Random(Graph graph, int seed)
    {
        var random = new Random(seed);
        var byNode = ImmutableDictionary.CreateBuilder<int, LayerParameters>();
        foreach ((Node node, WeightedLayer layer) in graph.WeightedLayers)
        {
            double range = Math.Sqrt(3.0 / layer.FanIn);
            float[] weights = new float[layer.WeightCount];
            for (int i = 0; i < weights.Length; i++)
                weights[i] = (float)(range * (2 * random.NextDouble() - 1));
            float[] bias = new float[layer.OutputChannels];
            for (int i = 0; i < bias.Length; i++)
                bias[i] = (float)(0.1 * (2 * random.NextDouble() - 1));
            byNode.Add(node.Index, new LayerParameters(weights, bias));
        }

        return new NetworkParameters(graph, byNode.ToImmutable());
    }
}
