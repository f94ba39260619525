using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>A layer with weights and one bias per output channel.</summary>
public abstract record WeightedLayer : Layer
{
    private protected WeightedLayer(BiasSource biasSource) => BiasSource = biasSource;

    public BiasSource BiasSource { get; }

    /// <summary>Channels of the result, and the length of the bias.</summary>
    public abstract int OutputChannels { get; }

    /// <summary>Weights without biases.</summary>
    public abstract long WeightCount { get; }

    /// <summary>Weights of one output channel, the length of its sum.</summary>
    public abstract int FanIn { get; }

    /// <summary>Trainable parameters: weights, biases, and scale and shift of a batch norm.</summary>
    public virtual long ParameterCount => WeightCount + BiasSource switch
    {
        BiasSource.Bias => OutputChannels,
        BiasSource.BatchNorm => 2L * OutputChannels,
        _ => 0,
    };
}

/// <summary>
/// Where the bias of a layer comes from. Every layer is executed with a bias; the source decides how many parameters
/// the network has and what is looked for in a file of weights.
/// </summary>
public enum BiasSource
{
    /// <summary>A bias of its own: one parameter per output channel.</summary>
    Bias,

    /// <summary>A batch norm behind the layer, folded in: scale and shift, two parameters per output channel.</summary>
    BatchNorm,

    /// <summary>None: the bias is zero.</summary>
    None,
}

/// <summary>
/// A fully connected layer over all elements of a map, in the order channel, row, column; the result is outputs x 1 x 1.
/// Weights are [output][input].
/// </summary>
public sealed record FullyConnected : WeightedLayer
{
    /// <exception cref="ArgumentException">A number is not positive.</exception>
    public FullyConnected(int inputs, int outputs, BiasSource biasSource = BiasSource.Bias)
        : base(biasSource)
    {
        if (inputs < 1 || outputs < 1)
            throw new ArgumentException(FormattableString.Invariant(
                $"A fully connected layer needs positive numbers of inputs and outputs, not {inputs} -> {outputs}."));
        Inputs = inputs;
        OutputChannels = outputs;
    }

    public int Inputs { get; }

    public override int OutputChannels { get; }

    public override long WeightCount => (long)Inputs * OutputChannels;

    public override int FanIn => Inputs;

    public override string Signature => FormattableString.Invariant($"fc {Inputs}->{OutputChannels}");

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs)
    {
        MapShape input = Single(inputs, Signature);
        return input.Elements == Inputs
            ? new MapShape(OutputChannels, 1, 1)
            : throw new ArgumentException(FormattableString.Invariant(
                $"{Signature} takes {Inputs} elements, not {input}."), nameof(inputs));
    }
}
