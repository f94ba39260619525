using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>A function of each element by itself.</summary>
public abstract record Activation : Layer
{
    /// <summary>The function, in double: what kernels are compared with.</summary>
    public abstract double Of(double x);

    public sealed override MapShape OutputShape(ImmutableArray<MapShape> inputs) => Single(inputs, Signature);
}

/// <summary>max(x, 0), element by element.</summary>
public sealed record ReLU : Activation
{
    public override string Signature => "relu";

    public override double Of(double x) => Math.Max(x, 0);
}

/// <summary>min(max(x, 0), 6), as in the MobileNets.</summary>
public sealed record ReLU6 : Activation
{
    public override string Signature => "relu6";

    public override double Of(double x) => Math.Min(Math.Max(x, 0), 6);
}

/// <summary>1 / (1 + exp(-x)), the gate of squeeze-and-excitation.</summary>
public sealed record Sigmoid : Activation
{
    public override string Signature => "sigmoid";

    public override double Of(double x) => 1 / (1 + Math.Exp(-x));
}

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
public sealed record HardSigmoid : Activation
{
    public override string Signature => "hardsigmoid";

    public override double Of(double x) => Math.Min(Math.Max(x + 3, 0), 6) / 6;
}

/// <summary>x min(max(x + 3, 0), 6) / 6, as in MobileNet v3.</summary>
public sealed record HardSwish : Activation
{
    public override string Signature => "hardswish";

    public override double Of(double x) => x * Math.Min(Math.Max(x + 3, 0), 6) / 6;
}

/// <summary>x / (1 + exp(-x)), as in EfficientNet; also called swish.</summary>
public sealed record SiLU : Activation
{
    public override string Signature => "silu";

    public override double Of(double x) => x / (1 + Math.Exp(-x));
}
