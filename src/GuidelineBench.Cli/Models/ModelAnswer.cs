using System.Collections.Immutable;
using GuidelineBench.Analysis.Advice;
using GuidelineBench.Analysis.CostModels;

namespace GuidelineBench.Cli.Models;

/// <summary>A cost model in an answer.</summary>
/// <param name="Cells">Guideline cells that it was fitted on.</param>
/// <param name="MultiplyAddsOnlyNsPerUnit">Nanoseconds per multiply-add of the model that knows these alone.</param>
internal sealed record ModelAnswer(
    string File, string Backend, string? Device, int Threads, int Batch, int Cells, ImmutableArray<CoefficientAnswer> Coefficients, double MultiplyAddsOnlyNsPerUnit)
{
    public static ModelAnswer Of(MachineModel machine) => new(
        machine.Path,
        machine.Model.Configuration.Backend,
        machine.Model.Configuration.Device,
        machine.Model.Configuration.Threads,
        machine.Model.Configuration.Batch,
        machine.Model.Cells.Length,
        [.. machine.Model.Coefficients.Select(CoefficientAnswer.Of)],
        machine.Model.NsPerMultiplyAdd);
}

/// <summary>A price in an answer; null where the file does not tell it.</summary>
/// <param name="Unit">What one is the price of: pass, multiply-add, byte or operator.</param>
/// <param name="Cells">Guideline cells that are charged for the term.</param>
internal sealed record CoefficientAnswer(string Term, double? NsPerUnit, string Unit, double? LowerNs, double? UpperNs, int Cells)
{
    public static CoefficientAnswer Of(Coefficient coefficient) => new(
        coefficient.Term.Label(),
        coefficient.IsKnown ? coefficient.NsPerUnit : null,
        coefficient.Term.Unit(),
        coefficient.IsKnown ? coefficient.Interval?.Lower : null,
        coefficient.IsKnown ? coefficient.Interval?.Upper : null,
        coefficient.Cells);
}

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
