using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>A function of each element by itself.</summary>
public abstract record Activation : Layer
{
    /// <summary>The function, in double: what kernels are compared with.</summary>
    public abstract double Of(double x);

    public sealed override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Single(inputs, Signature);
}
