using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>The mean of what is under the window.</summary>
/// <param name="CountsPadding">Whether padded zeros count (PyTorch's default) or the mean is over the pixels of the map (TensorFlow).</param>
public sealed record AveragePooling(Window Window, bool CountsPadding) : Layer
{
    public override string Signature => $"avgpool{Window.Signature}{(CountsPadding ? "" : " inside")}";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Window.OutputShape(Single(inputs, Signature));
}
