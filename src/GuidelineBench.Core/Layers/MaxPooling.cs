using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>The largest value under the window; padding is left out.</summary>
public sealed record MaxPooling(Window Window) : Layer
{
    public override string Signature => $"maxpool{Window.Signature}";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Window.OutputShape(Single(inputs, Signature));
}
