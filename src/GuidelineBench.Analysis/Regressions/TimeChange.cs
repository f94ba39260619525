namespace GuidelineBench.Analysis.Regressions;

/// <summary>A change of time, new over baseline; 1.1 is 10 % slower.</summary>
/// <param name="Lower">The time is slower beyond the noise where this is above 1; at the level that is corrected for the number of rows.</param>
/// <param name="Upper">A slowdown above this is excluded, with <see cref="GateTerms.SameConfidence"/>.</param>
/// <param name="LargestGain">The time is faster beyond the noise where this is below 1; at the corrected level.</param>
/// <param name="SmallestVisible">The smallest slowdown that is found in <see cref="GateTerms.SameConfidence"/> of the runs.</param>
public readonly record struct TimeChange(double Ratio, double Lower, double Upper, double LargestGain, double SmallestVisible);
