using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

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
