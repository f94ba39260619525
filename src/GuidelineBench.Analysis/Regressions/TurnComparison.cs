using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>
/// The times of two builds that took turns: whatever the machine did, it did to both, so a row needs no other row beside it.
/// </summary>
internal static class TurnComparison
{
    /// <param name="before">By start of the two builds.</param>
    /// <param name="after">As many, in the same order.</param>
    /// <param name="judgements">That share the chance of a false alarm.</param>
    /// <returns>Null where a start has too few blocks of the row.</returns>
    public static (ChangeVerdict Verdict, TimeChange Change)? Of(
        CellKey row, IReadOnlyList<Dictionary<CellKey, CellResult>> before, IReadOnlyList<Dictionary<CellKey, CellResult>> after, int judgements, GateTerms terms)
    {
        ImmutableArray<BlockRatio?> ratios = [.. before.Zip(after, (earlier, later) => BlockRatio.Of(later[row], earlier[row]))];
        if (ratios.Contains(null))
            return null;
        var ratio = BlockRatio.Mean([.. ratios.OfType<BlockRatio>()]);
        return ChangeJudgement.Of(ratio.LogRatio, ratio.StandardError, ratio.Degrees, judgements * terms.Looks, terms);
    }
}
