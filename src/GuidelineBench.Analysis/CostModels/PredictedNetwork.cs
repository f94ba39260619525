using GuidelineBench.Analysis.Networks;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>A network that the model never saw, predicted beside its measurement.</summary>
/// <param name="MeasuredNs">Nanoseconds per forward pass, median of the rounds.</param>
public sealed record PredictedNetwork(MeasuredNetwork Network, Prediction Prediction, double MeasuredNs)
{
    /// <summary>Predicted over measured time, less 1.</summary>
    public double RelativeError => Prediction.Ns / MeasuredNs - 1;

    /// <summary>The same for the model that knows multiply-adds alone.</summary>
    public double MultiplyAddsOnlyError => Prediction.MultiplyAddsOnlyNs / MeasuredNs - 1;
}
