using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

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

    /// <summary>The subject's own, or random ones.</summary>
    public static NetworkParameters Of(CellSubject subject, int seed) => subject.Parameters is not { } own
        ? Random(subject.Graph, seed)
        : new NetworkParameters(subject.Graph, subject.Graph.WeightedLayers.ToImmutableDictionary(
            weighted => weighted.Node.Index,
            weighted =>
            {
                (float[] weights, float[] bias) = own(weighted.Node.Index);
                return new LayerParameters(weights, bias);
            }));

    /// <summary>
    /// Uniform weights of variance 1 / (fan-in x mean square of the layer's input), so that what every layer with
    /// weights gives has mean square 1 at any depth: twice as much as 1 / fan-in behind a ReLU, less behind sums. The
    /// mean squares are <see cref="MapMoments"/>'s, carried through the graph without running it. A batch norm's scales
    /// are positive, within half of their mean. Biases are small, and zero where the layer has none. Equal for equal
    /// seeds on every machine.
    /// </summary>
    public static NetworkParameters Random(Graph graph, int seed)
    {
        ImmutableArray<MapMoments> moments = MapMoments.Of(graph);
        (Node Node, WeightedLayer Layer)[] layers = [.. graph.WeightedLayers];
        var parameters = new LayerParameters[layers.Length];
        // Each layer has a generator of its own, so that nothing depends on the number of threads.
        Parallel.For(0, layers.Length, i =>
        {
            (Node node, WeightedLayer layer) = layers[i];
            parameters[i] = OfLayer(layer, moments[node.Inputs[0]].MeanSquare, new Random(Mixed(seed, node.Index)));
        });
        return new NetworkParameters(
            graph, layers.Zip(parameters).ToImmutableDictionary(layer => layer.First.Node.Index, layer => layer.Second));
    }

    private static LayerParameters OfLayer(WeightedLayer layer, double meanSquare, Random random)
    {
        float[] weights = new float[layer.WeightCount];
        if (layer is BatchNormalization)
        {
            // Uniform in [1/2, 3/2) has mean square 13/12.
            Fill(weights, 1 / Math.Sqrt(meanSquare * 13 / 12), 0.5 / Math.Sqrt(meanSquare * 13 / 12), random);
        }
        else
        {
            Fill(weights, 0, Math.Sqrt(3 / (layer.FanIn * meanSquare)), random);
        }

        float[] bias = new float[layer.OutputChannels];
        if (layer.BiasSource != BiasSource.None)
            Fill(bias, 0, 0.1, random);
        return new LayerParameters(weights, bias);
    }

    private static void Fill(float[] values, double mean, double range, Random random)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(mean + range * (2 * random.NextSingle() - 1));
    }

    /// <summary>A seed for each node, far from its neighbours': generators of seeds next to each other begin alike.</summary>
    private static int Mixed(int seed, int node)
    {
        uint mixed = unchecked((uint)seed * 0x9E3779B1 + (uint)node);
        mixed = unchecked((mixed ^ mixed >> 16) * 0x85EBCA6B);
        mixed = unchecked((mixed ^ mixed >> 13) * 0xC2B2AE35);
        return (int)(mixed ^ mixed >> 16);
    }
}

/// <summary>The numbers of one layer with weights.</summary>
/// <param name="Weights">In the order that the layer says: for a convolution [output channel][input channel of its group][row][column].</param>
/// <param name="Bias">[output channel].</param>
public sealed record LayerParameters(float[] Weights, float[] Bias);
