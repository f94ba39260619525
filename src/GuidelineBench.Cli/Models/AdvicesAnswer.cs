using System.Collections.Immutable;
using GuidelineBench.Analysis.Advice;

namespace GuidelineBench.Cli.Models;

/// <summary>The answer of <c>advise --format json</c>.</summary>
internal sealed record AdvicesAnswer(ModelAnswer Model, ImmutableArray<AdviceAnswer> Networks);

/// <summary>The answer of <c>advise --format json</c> for one network.</summary>
internal sealed record AdviceAnswer(PredictionAnswer Prediction, ImmutableArray<OffenceAnswer> Offences);

/// <summary>A breach of a guideline in an answer; nanoseconds per forward pass of the batch.</summary>
/// <param name="AfterNs">Of the whole network with this change alone.</param>
internal sealed record OffenceAnswer(
    string Guideline, string Layers, string Change, double Ns, double SavedNs, double? SavedLowerNs, double? SavedUpperNs, double AfterNs)
{
    public static OffenceAnswer Of(NetworkAdvice advice, Offence offence) => new(
        offence.Guideline.Id,
        offence.Layers,
        offence.Change,
        offence.Ns,
        offence.SavedNs,
        offence.SavedInterval?.Lower,
        offence.SavedInterval?.Upper,
        advice.NsAfter(offence));
}
