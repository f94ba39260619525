using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>A map times one factor per channel, the last step of squeeze-and-excitation. Inputs: the map, then the factors, c x 1 x 1.</summary>
public sealed record ChannelScaling : Layer
{
    public override string Signature => "scale";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) =>
        inputs.Length == 2 && inputs[1] == new MapShape(inputs[0].Channels, 1, 1)
            ? inputs[0]
            : throw new ArgumentException(
                $"A channel scaling takes a map and one factor per channel, not {string.Join(" and ", inputs)}.", nameof(inputs));
}
