using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>The largest value under the window; padding is left out.</summary>
public sealed record MaxPooling(Window Window) : Layer
{
    public override string Signature => $"maxpool{Window.Signature}";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Window.OutputShape(Single(inputs, Signature));
}

/// <summary>The mean of what is under the window.</summary>
/// <param name="CountsPadding">Whether padded zeros count (PyTorch's default) or the mean is over the pixels of the map (TensorFlow).</param>
public sealed record AveragePooling(Window Window, bool CountsPadding) : Layer
{
    public override string Signature => $"avgpool{Window.Signature}{(CountsPadding ? "" : " inside")}";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Window.OutputShape(Single(inputs, Signature));
}

/// <summary>The mean of each channel at any size of map; the result is c x 1 x 1.</summary>
public sealed record GlobalAveragePooling : Layer
{
    public override string Signature => "mean";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Single(inputs, Signature) with { Height = 1, Width = 1 };
}
