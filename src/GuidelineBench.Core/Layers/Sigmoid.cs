namespace GuidelineBench.Core.Layers;

/// <summary>1 / (1 + exp(-x)), the gate of squeeze-and-excitation.</summary>
public sealed record Sigmoid : Activation
{
    public override string Signature => "sigmoid";

    public override double Of(double x) => 1 / (1 + Math.Exp(-x));
}
