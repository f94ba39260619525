namespace GuidelineBench.Analysis.Simulations.Tests.Regressions;

/// <summary>How a machine disturbs measurements; all sizes are logarithms, 0.1 is about 10 %.</summary>
/// <param name="RunShift">A run is slower as a whole by up to this, evenly distributed.</param>
/// <param name="Drift">From the first round of a run to the last, either way, at most.</param>
/// <param name="Common">Deviation of what all rows of a round lose together; a round keeps 0.6 of the one before.</param>
/// <param name="LeastOwn">Mean of what a row's round loses beside that, exponentially distributed; rows differ, evenly in the logarithm up to <paramref name="MostOwn"/>.</param>
/// <param name="Placement">Scale of what stays for a run and differs between runs, row by row, Student's t with 4 degrees of freedom.</param>
/// <param name="Bursts">Chance of a row that 10 to 20 % more begin in a round; they last 2 to 5 rounds.</param>
/// <param name="TwoLevels">Part of the rows that are on a level of 8 to 15 % more in a third of the rounds, staying there for some.</param>
/// <param name="Outliers">Chance of a sample to take 1.2 to 2 times as long.</param>
internal sealed record MachineNoise(
    double RunShift, double Drift, double Common, double LeastOwn, double MostOwn, double Placement, double Bursts, double TwoLevels, double Outliers)
{
    /// <summary>Two cores of a machine that others use too.</summary>
    public static MachineNoise Shared { get; } = new(0.20, 0.05, 0.03, 0.01, 0.05, 0.008, 0.03, 0.2, 0.02);

    /// <summary>The same while a build runs beside it.</summary>
    public static MachineNoise Busy { get; } = new(0.20, 0.10, 0.10, 0.03, 0.10, 0.03, 0.10, 0.4, 0.10);

    /// <summary>Nobody else; buffers still lie elsewhere in each run.</summary>
    public static MachineNoise Quiet { get; } = new(0.05, 0.01, 0.005, 0.002, 0.01, 0.003, 0.005, 0.05, 0.005);
}
