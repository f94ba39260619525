using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>What a run's times say about one ratio.</summary>
internal interface IEvidence
{
    /// <summary>
    /// Whether it rests on blocks. Rounds are judged as they always were: their brackets are too wide for a ratio to be at a limit, or for
    /// scales to be shown to differ.
    /// </summary>
    bool IsByBlocks { get; }

    /// <summary>The ratio itself.</summary>
    double Ratio { get; }

    /// <summary>The level, two-sided, from which on one of the statements slower, faster and equal is shown; 1 where none is at any.</summary>
    double PValue { get; }

    /// <summary>All ratios that are not excluded.</summary>
    /// <param name="level">Two-sided.</param>
    /// <returns>With the confidence reached.</returns>
    Interval IntervalAt(double level);
}
