using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>The mean of each channel at any size of map; the result is c x 1 x 1.</summary>
public sealed record GlobalAveragePooling : Layer
{
    public override string Signature => "mean";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Single(inputs, Signature) with { Height = 1, Width = 1 };
}
