using GuidelineBench.Analysis.Advice;

namespace GuidelineBench.Cli.Models;

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
