namespace GuidelineBench.Analysis.Regressions;

/// <summary>What the gate is asked to see.</summary>
/// <param name="ThresholdPercent">The slowdown that must not pass unseen, percent, above 0.</param>
/// <param name="SameMachine">Whether the run as a whole is judged by its time; else by its share of the ceiling.</param>
/// <param name="PartOfBaseline">Whether the new run was asked for a part of the baseline's rows; the others are then left out.</param>
public sealed record GateTerms(double ThresholdPercent = GateTerms.DefaultThresholdPercent, bool SameMachine = false, bool PartOfBaseline = false)
{
    /// <summary>At how many points the judgement may be read for the last time; they share the chance of a false alarm. 0: the builds did not take turns.</summary>
    public int Looks { get; init; }

    /// <summary>Whether each new file was measured in turn with one of the baseline's, pass by pass: then those two are compared.</summary>
    public bool IsInTurns => Looks > 0;

    public const double DefaultThresholdPercent = 10;

    /// <summary>Chance of any false alarm in a judgement, all rows together.</summary>
    public const double FalseAlarms = 0.01;

    /// <summary>With which a slowdown of the threshold is excluded before a row counts as the same.</summary>
    public const double SameConfidence = 0.95;

    /// <summary>The threshold as a logarithm of a time ratio.</summary>
    internal double LogThreshold => Math.Log(1 + ThresholdPercent / 100);
}
