using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>
/// The element-wise sum of two or more maps of one shape: a shortcut, or the meeting point of parallel branches.
/// Several branches meet in one node, as the plus sign of the paper's Appendix Fig. 1 does.
/// </summary>
public sealed record Sum : Layer
{
    public override string Signature => "sum";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs)
    {
        if (inputs.Length < 2)
            throw new ArgumentException($"A sum takes two or more inputs, not {inputs.Length}.", nameof(inputs));
        MapShape first = inputs[0];
        foreach (MapShape other in inputs)
            if (other != first)
                throw new ArgumentException($"A sum takes maps of one shape, not {first} and {other}.", nameof(inputs));
        return first;
    }
}

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
