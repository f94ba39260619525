using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>max(x, 0), element by element.</summary>
public sealed record ReLU : Layer
{
    public override string Signature => "relu";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Single(inputs, Signature);
}
