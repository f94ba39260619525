using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>What the model says about a forward pass.</summary>
/// <param name="Charge">What it is charged for.</param>
/// <param name="Ns">Nanoseconds of the pass of the whole batch.</param>
/// <param name="Interval">
/// Nanoseconds: where a measurement would lie if the network differed from the model as much as guideline cells do, and the
/// coefficients as much as their bootstrap samples; null where coefficients have no intervals.
/// </param>
/// <param name="NsByTerm">Nanoseconds by <see cref="CostTerms.All"/>; they add up to <paramref name="Ns"/>.</param>
/// <param name="OperatorNs">Nanoseconds by operator of <see cref="NetworkCharge.Operators"/>; with the pass itself they add up to <paramref name="Ns"/>.</param>
/// <param name="MultiplyAddsOnlyNs">Nanoseconds by the model that knows multiply-adds alone.</param>
public sealed record Prediction(
    NetworkCharge Charge,
    double Ns,
    Interval? Interval,
    ImmutableArray<double> NsByTerm,
    ImmutableArray<double> OperatorNs,
    double MultiplyAddsOnlyNs);
