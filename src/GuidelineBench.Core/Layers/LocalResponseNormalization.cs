using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>
/// AlexNet's normalisation across neighbouring channels, in PyTorch's form:
/// <c>out[c] = in[c] / (Offset + Alpha / Size * sum of in[i]^2)^Beta</c>, i from c - Size / 2 to c + (Size - 1) / 2 where it exists.
/// </summary>
public sealed record LocalResponseNormalization(int Size, double Alpha, double Beta, double Offset) : Layer
{
    public override string Signature => FormattableString.Invariant($"lrn {Size} {Alpha} {Beta} {Offset}");

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Single(inputs, Signature);
}
