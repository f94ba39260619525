namespace GuidelineBench.Core.Layers;

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
public sealed record HardSigmoid : Activation
{
    public override string Signature => "hardsigmoid";

    public override double Of(double x) => Math.Min(Math.Max(x + 3, 0), 6) / 6;
}
