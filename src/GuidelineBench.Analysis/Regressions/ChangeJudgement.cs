using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>From a change and its noise to a verdict; steps 5 to 8 of docs/check.md.</summary>
internal static class ChangeJudgement
{
    /// <param name="change">Logarithm of new over baseline.</param>
    /// <param name="deviation">Of the change under noise alone.</param>
    /// <param name="degrees">Of Student's t.</param>
    /// <param name="judgements">That share the chance of a false alarm (Bonferroni).</param>
    /// <param name="leastAlarm">No alarm is raised below it, whatever the deviation.</param>
    public static (ChangeVerdict Verdict, TimeChange Change) Of(
        double change, double deviation, double degrees, int judgements, GateTerms terms, double leastAlarm = 0)
    {
        var student = new StudentDistribution(degrees);
        double alarm = Math.Max(deviation * student.Quantile(1 - GateTerms.FalseAlarms / judgements), leastAlarm);
        double exclusion = deviation * student.Quantile(GateTerms.SameConfidence);
        double matters = terms.LogThreshold / 2;
        var result = new TimeChange(
            Math.Exp(change),
            Math.Exp(change - alarm),
            Math.Exp(change + exclusion),
            Math.Exp(change + alarm),
            Math.Exp(Math.Max(alarm, matters) + exclusion));
        ChangeVerdict verdict = ChangeVerdict.CannotTell;
        if (change > alarm && change >= matters)
            verdict = ChangeVerdict.Slower;
        else if (change < -alarm && change <= -matters)
            verdict = ChangeVerdict.Faster;
        else if (change + exclusion < terms.LogThreshold)
            verdict = ChangeVerdict.Same;
        return (verdict, result);
    }
}

/// <summary>What two sets of runs show about the time of a row.</summary>
public enum ChangeVerdict
{
    /// <summary>The evidence does not allow any of the others; where every judgement starts.</summary>
    CannotTell,

    /// <summary>Not slower by as much as the threshold.</summary>
    Same,

    /// <summary>Faster beyond the noise, by half of the threshold at least.</summary>
    Faster,

    /// <summary>Slower beyond the noise, by half of the threshold at least.</summary>
    Slower,
}

/// <summary>What a verdict rests on.</summary>
public enum ChangeReason
{
    /// <summary>The measured change and its noise.</summary>
    Measured,

    /// <summary>The new files lack the row.</summary>
    Missing,

    /// <summary>The baseline has a time and a new file says why it has none.</summary>
    LostItsTime,

    /// <summary>The baseline has no time.</summary>
    NoTimeInBaseline,

    /// <summary>Fewer rounds than a judgement needs, in one of the files.</summary>
    TooFewRounds,

    /// <summary>One of the files is not complete.</summary>
    RunIncomplete,

    /// <summary>The network is another one.</summary>
    OtherGraph,

    /// <summary>The instruction set or its vector width is another one.</summary>
    OtherInstructionSet,

    /// <summary>Too few rows to tell one row from the whole run, and a file without the ceiling to compare with.</summary>
    NoCeiling,
}

/// <summary>A change of time, new over baseline; 1.1 is 10 % slower.</summary>
/// <param name="Lower">The time is slower beyond the noise where this is above 1; at the level that is corrected for the number of rows.</param>
/// <param name="Upper">A slowdown above this is excluded, with <see cref="GateTerms.SameConfidence"/>.</param>
/// <param name="LargestGain">The time is faster beyond the noise where this is below 1; at the corrected level.</param>
/// <param name="SmallestVisible">The smallest slowdown that is found in <see cref="GateTerms.SameConfidence"/> of the runs.</param>
public readonly record struct TimeChange(double Ratio, double Lower, double Upper, double LargestGain, double SmallestVisible);
