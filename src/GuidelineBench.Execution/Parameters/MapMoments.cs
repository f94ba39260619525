using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Parameters;

/// <summary>
/// What mean and variance a node's values are expected to have over all channels and pixels, when inputs are those of
/// <see cref="RandomMaps"/> and weights those of <see cref="NetworkParameters.Random"/>. Values are taken as normally
/// distributed and what comes from different maps as independent: rough, but right enough to keep magnitudes. Only
/// operations that IEEE 754 rounds the same way everywhere are used, so that equal seeds give equal weights on every
/// machine.
/// </summary>
public readonly record struct MapMoments(double Mean, double Variance)
{
    /// <summary>What every layer with weights is scaled to give.</summary>
    public static MapMoments Standard { get; } = new(0, 1);

    public double MeanSquare => Mean * Mean + Variance;

    /// <returns>By node index.</returns>
    public static ImmutableArray<MapMoments> Of(Graph graph)
    {
        var moments = new MapMoments[graph.Nodes.Length];
        foreach (Node node in graph.Nodes)
        {
            moments[node.Index] = node.Layer is Sum
                ? Added(node.Inputs.ToLookup(input => Origin(graph, input), input => moments[input]))
                : Of(
                    node.Layer,
                    [.. node.Inputs.Select(input => moments[input])],
                    [.. node.Inputs.Select(input => graph.Nodes[input].Output.Channels)]);
        }

        return [.. moments];
    }

    /// <summary>The map that a pooling, an activation or a selection is made of.</summary>
    private static int Origin(Graph graph, int node) => graph.Nodes[node].Layer is Activation or MaxPooling or AveragePooling or ChannelSelection
        ? Origin(graph, graph.Nodes[node].Inputs[0])
        : node;

    /// <summary>What comes from one map, as two poolings of it, varies together: deviations add; else variances do.</summary>
    private static MapMoments Added(ILookup<int, MapMoments> operands)
    {
        double mean = 0, variance = 0;
        foreach (IGrouping<int, MapMoments> together in operands)
        {
            double deviation = together.Sum(operand => Math.Sqrt(operand.Variance));
            mean += together.Sum(operand => operand.Mean);
            variance += deviation * deviation;
        }

        return new(mean, variance);
    }

    private static MapMoments Of(Layer layer, ImmutableArray<MapMoments> inputs, ImmutableArray<int> channels) => layer switch
    {
        // Uniform in [-1, 1).
        Input => new(0, 1.0 / 3),
        // Positive scales keep the sign of the mean.
        BatchNormalization => FromSquare(inputs[0].Mean / Math.Sqrt(inputs[0].MeanSquare * 13 / 12), 1),
        WeightedLayer => Standard,
        // The cap of a ReLU6 is beyond what these values reach.
        ReLU or ReLU6 => Rectified(inputs[0]),
        // Between 0 and 1, around 1/2.
        Sigmoid or HardSigmoid => new(0.5, 0.05),
        // Between a ReLU and nothing: what is right for a mean of 0.
        HardSwish or SiLU => FromSquare(0.5 * Rectified(inputs[0]).Mean, 0.7 * Rectified(inputs[0]).MeanSquare),
        // Most of the variance behind the first layers is between channels; the largest value gains less than among
        // independent ones.
        MaxPooling { Window.KernelSize: > 1 } => new(inputs[0].Mean + Math.Sqrt(inputs[0].Variance), 0.7 * inputs[0].Variance),
        Concatenation => Mixed(inputs, channels),
        ChannelScaling => FromSquare(inputs[0].Mean * inputs[1].Mean, inputs[0].MeanSquare * inputs[1].MeanSquare),
        // Selections of channels; means over pixels, for the same reason; and local response normalisations, whose
        // factor is near 1.
        _ => inputs[0],
    };

    /// <summary>
    /// With t = mean / deviation, P and p the normal distribution and its density: mean t P + p, mean square
    /// (1 + t^2) P + t p, in units of the deviation and its square. P and t P + p by roots that have the right value
    /// and slope, or value, at 0 and the right limits.
    /// </summary>
    private static MapMoments Rectified(MapMoments x)
    {
        if (x.Variance == 0)
            return new(Math.Max(x.Mean, 0), 0);
        double deviation = Math.Sqrt(x.Variance);
        double t = x.Mean / deviation;
        double p = (1 + t / Math.Sqrt(t * t + Math.PI / 2)) / 2;
        double mean = (t + Math.Sqrt(t * t + 2 / Math.PI)) / 2;
        return FromSquare(mean * deviation, (p + t * mean) * x.Variance);
    }

    private static MapMoments Mixed(ImmutableArray<MapMoments> parts, ImmutableArray<int> channels)
    {
        double all = channels.Sum();
        double mean = 0, meanSquare = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            mean += parts[i].Mean * channels[i] / all;
            meanSquare += parts[i].MeanSquare * channels[i] / all;
        }

        return FromSquare(mean, meanSquare);
    }

    private static MapMoments FromSquare(double mean, double meanSquare) => new(mean, Math.Max(meanSquare - mean * mean, 0));
}
