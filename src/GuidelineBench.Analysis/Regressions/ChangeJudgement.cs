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
