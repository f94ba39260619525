using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>
/// What blocks say about a ratio: step 5 of docs/method.md for runs that have them. Each look has its share of the level,
/// so that a run may end at whichever of them decides it.
/// </summary>
/// <param name="ratio">Of one scale, or of several together.</param>
internal sealed class BlockEvidence(BlockRatio ratio) : IEvidence
{
    public bool IsByBlocks => true;

    public double Ratio => ratio.Ratio;

    public double PValue
    {
        get
        {
            double slower = ratio.PAbove(Limits.Slower), faster = ratio.PBelow(Limits.Faster);
            double equal = Math.Max(ratio.PAbove(Limits.Faster), ratio.PBelow(Limits.Slower));
            return Math.Min(1, BlockLooks.After.Length * 2 * Math.Min(Math.Min(slower, faster), equal));
        }
    }

    public Interval IntervalAt(double level) => ratio.IntervalAt(BlockLooks.LevelOfOne(level)) with { Confidence = 1 - level };
}
