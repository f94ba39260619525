using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Parameters;

/// <summary>Weights and biases of a network by node index.</summary>
public sealed class NetworkParameters
{
    private readonly ImmutableDictionary<int, ConvolutionParameters> byNode;

    public NetworkParameters(Graph graph, ImmutableDictionary<int, ConvolutionParameters> byNode)
    {
        foreach ((Node node, Convolution convolution, _) in graph.Convolutions)
        {
            ConvolutionParameters parameters = byNode[node.Index];
            if (parameters.Weights.Length != convolution.WeightCount || parameters.Bias.Length != convolution.OutputChannels)
                throw new ArgumentException(FormattableString.Invariant(
                    $"Node {node.Index} ({convolution.Signature}) has {parameters.Weights.Length} weights and {parameters.Bias.Length} biases."),
                    nameof(byNode));
        }

        this.byNode = byNode;
    }

    public ConvolutionParameters this[int node] => byNode[node];

    /// <summary>
    /// Uniform weights of variance 1 / fan-in, so that values keep their magnitude through a chain of layers,
    /// and small biases. Equal for equal seeds on every machine.
    /// </summary>
    public static NetworkParameters Random(Graph graph, int seed)
    {
        var random = new Random(seed);
        var byNode = ImmutableDictionary.CreateBuilder<int, ConvolutionParameters>();
        foreach ((Node node, Convolution convolution, _) in graph.Convolutions)
        {
            double range = Math.Sqrt(3.0 / convolution.FanIn);
            float[] weights = new float[convolution.WeightCount];
            for (int i = 0; i < weights.Length; i++)
                weights[i] = (float)(range * (2 * random.NextDouble() - 1));
            float[] bias = new float[convolution.OutputChannels];
            for (int i = 0; i < bias.Length; i++)
                bias[i] = (float)(0.1 * (2 * random.NextDouble() - 1));
            byNode.Add(node.Index, new ConvolutionParameters(weights, bias));
        }

        return new NetworkParameters(graph, byNode.ToImmutable());
    }
}
