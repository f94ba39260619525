using GuidelineBench.Analysis.CostModels;

namespace GuidelineBench.Cli.Models;

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
