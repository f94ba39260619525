using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>The network's input map. The controlled experiments start at 56x56; they have no stem.</summary>
public sealed record Input(MapShape Shape) : Layer
{
    public override string Signature => $"input {Shape}";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) =>
        inputs.IsEmpty ? Shape : throw new ArgumentException("The input takes no input.", nameof(inputs));
}
