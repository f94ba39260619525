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
