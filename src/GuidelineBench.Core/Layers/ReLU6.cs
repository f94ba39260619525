namespace GuidelineBench.Core.Layers;

/// <summary>min(max(x, 0), 6), as in the MobileNets.</summary>
public sealed record ReLU6 : Activation
{
    public override string Signature => "relu6";

    public override double Of(double x) => Math.Min(Math.Max(x, 0), 6);
}
