namespace GuidelineBench.Analysis.Simulations.Tests.Verdicts;

/// <summary>What disturbs the times of a shared machine, all in parts of the time; medians of cells move by 5 to 20 % within minutes there.</summary>
/// <param name="Independent">Standard deviation of each cell's time from round to round.</param>
/// <param name="Drift">Standard deviation of the machine's speed, the same for all cells of a moment; it takes some rounds to change.</param>
/// <param name="Lasting">Standard deviation of a cell's own slow wandering.</param>
/// <param name="Correlation">Of that wandering from one round to the next.</param>
/// <param name="Outliers">Probability that a cell's round is interrupted, and takes 1.1 to 3 times as long.</param>
/// <param name="TwoSpeeds">Share of the cells that have a second speed.</param>
/// <param name="SecondSpeed">How much slower that is.</param>
/// <param name="Stays">Probability that a cell keeps its speed in the next round.</param>
internal sealed record NoiseModel(
    string Name,
    double Independent,
    double Drift = 0,
    double Lasting = 0,
    double Correlation = 0,
    double Outliers = 0,
    double TwoSpeeds = 0,
    double SecondSpeed = 0,
    double Stays = 0)
{
    public static NoiseModel Quiet { get; } = new("quiet", 0.01, Drift: 0.02);

    public static NoiseModel Noisy { get; } = new("independent noise", 0.06);

    public static NoiseModel Drifting { get; } = new("drift", 0.03, Drift: 0.15);

    public static NoiseModel Correlated { get; } = new("autocorrelation", 0.02, Drift: 0.08, Lasting: 0.05, Correlation: 0.7);

    public static NoiseModel Interrupted { get; } = new("outliers", 0.03, Drift: 0.08, Outliers: 0.15);

    public static NoiseModel Bimodal { get; } = new("two speeds", 0.02, Drift: 0.08, TwoSpeeds: 0.5, SecondSpeed: 0.12, Stays: 0.8);

    /// <summary>All of it at once, as on a shared machine of two cores: ratios inside rounds spread by about 5 %.</summary>
    public static NoiseModel Shared { get; } = new(
        "shared machine", 0.025, Drift: 0.06, Lasting: 0.015, Correlation: 0.5, Outliers: 0.05, TwoSpeeds: 0.2, SecondSpeed: 0.06, Stays: 0.7);

    public static IReadOnlyList<NoiseModel> All { get; } = [Quiet, Noisy, Drifting, Correlated, Interrupted, Bimodal, Shared];
}
