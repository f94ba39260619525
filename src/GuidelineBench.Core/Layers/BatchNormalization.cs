using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>
/// A batch norm that cannot be folded into a convolution before it, as at the head of DenseNet's units: one scale and
/// one shift per channel, mean and variance already folded into them. Weights are [channel], the bias is the shift.
/// </summary>
public sealed record BatchNormalization : WeightedLayer
{
    /// <exception cref="ArgumentException">The number of channels is not positive.</exception>
    public BatchNormalization(int channels)
        : base(BiasSource.Bias)
    {
        if (channels < 1)
            throw new ArgumentException(FormattableString.Invariant($"A batch norm needs positive channels, not {channels}."));
        OutputChannels = channels;
    }

    public override int OutputChannels { get; }

    public override long WeightCount => OutputChannels;

    public override int FanIn => 1;

    public override string Signature => FormattableString.Invariant($"bn {OutputChannels}");

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs)
    {
        MapShape input = Single(inputs, Signature);
        return input.Channels == OutputChannels
            ? input
            : throw new ArgumentException(FormattableString.Invariant(
                $"{Signature} takes {OutputChannels} channels, not {input.Channels}."), nameof(inputs));
    }
}
