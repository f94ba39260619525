using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Advice;

/// <summary>A place of a network that breaks a guideline, with what it costs and the change that saves most at equal multiply-adds.</summary>
/// <param name="Layers">Where: the operators concerned, e.g. <c>operator 7: conv1x1 24->144 g=1 + relu6</c>.</param>
/// <param name="Change">What to do, one phrase.</param>
/// <param name="Ns">Predicted time of these operators, nanoseconds per pass.</param>
/// <param name="SavedNs">What the change saves of it, nanoseconds per pass.</param>
/// <param name="SavedInterval">Over bootstrap samples of the model's coefficients; null where the model has none.</param>
public sealed record Offence(Guideline Guideline, string Layers, string Change, double Ns, double SavedNs, Interval? SavedInterval)
{
    /// <summary>Whether the saving stands in every bootstrap sample of the interval.</summary>
    public bool IsCertain => SavedInterval is { Lower: > 0 };
}
