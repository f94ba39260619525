using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>The channels of two or more maps of one size, one map behind the other.</summary>
public sealed record Concatenation : Layer
{
    public override string Signature => "concat";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs)
    {
        if (inputs.Length < 2)
            throw new ArgumentException($"A concatenation takes two or more inputs, not {inputs.Length}.", nameof(inputs));
        MapShape first = inputs[0];
        foreach (MapShape other in inputs)
            if (other.WithChannels(1) != first.WithChannels(1))
                throw new ArgumentException($"A concatenation takes maps of one size, not {first} and {other}.", nameof(inputs));
        return first.WithChannels(inputs.Sum(input => input.Channels));
    }
}
