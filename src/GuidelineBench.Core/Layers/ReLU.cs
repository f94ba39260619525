namespace GuidelineBench.Core.Layers;

/// <summary>max(x, 0), element by element.</summary>
public sealed record ReLU : Activation
{
    public override string Signature => "relu";

    public override double Of(double x) => Math.Max(x, 0);
}
