using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>Step 4 of docs/method.md: how many independent rounds the rounds of a run are worth.</summary>
internal static class EffectiveRounds
{
    /// <summary>From so many rounds on a guideline's own ratios tell their correlation well enough to be asked beside the run's.</summary>
    public const int EnoughForOwn = 10;

    /// <param name="run">All contrasts of the configuration.</param>
    /// <param name="own">Those that are judged together.</param>
    /// <returns>Effective rounds over rounds, above 0 and at most 1: by the run's correlation or by the own one, whichever leaves fewer.</returns>
    public static double Share(IReadOnlyCollection<ContrastCells> run, IReadOnlyCollection<ContrastCells> own)
    {
        double ofRun = Correlation(run);
        return SerialCorrelation.EffectiveShare(
            own.All(cells => cells.Ratios.Length >= EnoughForOwn) ? Math.Max(ofRun, Correlation(own)) : ofRun);
    }

    private static double Correlation(IReadOnlyCollection<ContrastCells> contrasts) =>
        SerialCorrelation.Of(contrasts.Where(cells => cells.Unfit is null).Select(cells => (IReadOnlyList<double>)cells.Ratios)) ?? 0;
}
