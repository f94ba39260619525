using GuidelineBench.Analysis.Comparisons;

namespace GuidelineBench.Reporting.Texts;

/// <summary>A sustained run in words.</summary>
internal static class SustainedSentences
{
    private const double NanosecondsPerMillisecond = 1e6, SecondsPerMinute = 60;

    public static string Finding(SustainedComparison sustained)
    {
        (double least, double most) = (sustained.Cells.Min(cell => cell.Ratio), sustained.Cells.Max(cell => cell.Ratio));
        return $"Rounds went on for {Numbers.Significant(sustained.Run.Seconds / SecondsPerMinute)} minutes. In the last minute ({Numbers.Of(sustained.Run.LastRounds, "round")}) a forward pass takes " +
            $"{Numbers.Ratio(sustained.MedianRatio)} its time in the first ({Numbers.Of(sustained.Run.FirstRounds, "round")}), the median of {Numbers.Of(sustained.Cells.Length, "cell")}; " +
            $"from {Numbers.Ratio(least)} to {Numbers.Ratio(most)}.";
    }

    public static string Milliseconds(double ns) => Numbers.Significant(ns / NanosecondsPerMillisecond);
}
