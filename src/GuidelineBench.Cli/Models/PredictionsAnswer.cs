using System.Collections.Immutable;
using GuidelineBench.Analysis.CostModels;

namespace GuidelineBench.Cli.Models;

/// <summary>The answer of <c>predict --format json</c>.</summary>
internal sealed record PredictionsAnswer(ModelAnswer Model, ImmutableArray<PredictionAnswer> Networks);

/// <summary>A predicted network in an answer; nanoseconds per forward pass of the batch.</summary>
/// <param name="MeasuredNs">Null where the file has no measurement of it.</param>
internal sealed record PredictionAnswer(
    string Network, double Ns, double? LowerNs, double? UpperNs, double MultiplyAddsOnlyNs, double? MeasuredNs, ImmutableArray<ShareAnswer> Terms)
{
    public static PredictionAnswer Of(NamedGraph network, Prediction prediction, double? measuredNs) => new(
        network.Name,
        prediction.Ns,
        prediction.Interval?.Lower,
        prediction.Interval?.Upper,
        prediction.MultiplyAddsOnlyNs,
        measuredNs,
        [
            .. CostTerms.All.Select((term, index) => new ShareAnswer(
                term.Label(), prediction.Charge.Amounts[index], prediction.NsByTerm[index], prediction.Ns > 0 ? prediction.NsByTerm[index] / prediction.Ns : 0)),
        ]);
}

/// <summary>A term's part of a predicted time.</summary>
/// <param name="Amount">Units that the network is charged for.</param>
/// <param name="Share">Of the predicted time, 0 to 1.</param>
internal sealed record ShareAnswer(string Term, double Amount, double Ns, double Share);
