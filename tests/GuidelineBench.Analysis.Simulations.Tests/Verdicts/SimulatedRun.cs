using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Simulations.Tests.Verdicts;

/// <summary>Runs of Tables 1 to 4 whose true ratios are known: every round visits all cells in a new order, as a real one does.</summary>
internal sealed class SimulatedRun(NoiseModel noise, int rounds, int seed)
{
    private const double Nanoseconds = 1e6;

    /// <summary>Rounds after which the machine's speed has mostly forgotten what it was: a minute or so.</summary>
    private const double DriftRounds = 4;

    private readonly Random random = new(seed);

    /// <param name="ratio">True time of the row that breaks the guideline over that of the row that follows it, by guideline.</param>
    public ResultFile Measure(Func<Guideline, double> ratio)
    {
        (Experiment Experiment, ExperimentRow Row, Scale Scale)[] cells =
        [
            .. from experiment in ExperimentCatalogue.All
               from row in experiment.Rows
               from scale in Scales.All
               select (experiment, row, scale),
        ];
        double[] speeds = [.. cells.Select(cell => IsBreaking(cell.Experiment, cell.Row) ? ratio(cell.Experiment.Guideline) : 1)];
        double[][] times = Times(speeds);
        return Cells.File([.. cells.Select((cell, index) => Cell(cell.Experiment, cell.Row, cell.Scale, times[index]))]) with { Seed = seed, Rounds = rounds };
    }

    /// <summary>By cell and round; a round's samples count by their median, so one stands for all.</summary>
    private double[][] Times(double[] speeds)
    {
        int count = speeds.Length;
        double[][] times = [.. speeds.Select(_ => new double[rounds])];
        double[] lasting = [.. speeds.Select(_ => noise.Lasting * Normal())];
        bool[] hasSecond = [.. speeds.Select(_ => random.NextDouble() < noise.TwoSpeeds)], inSecond = [.. speeds.Select(_ => random.Next(2) == 1)];
        double machine = Normal(), kept = Math.Exp(-1 / (DriftRounds * count));
        for (int round = 0; round < rounds; round++)
        {
            int[] order = [.. Enumerable.Range(0, count)];
            random.Shuffle(order);
            foreach (int cell in order)
            {
                machine = kept * machine + Math.Sqrt(1 - kept * kept) * Normal();
                lasting[cell] = noise.Correlation * lasting[cell] + Math.Sqrt(1 - noise.Correlation * noise.Correlation) * noise.Lasting * Normal();
                inSecond[cell] = random.NextDouble() < noise.Stays ? inSecond[cell] : !inSecond[cell];
                times[cell][round] = Nanoseconds * speeds[cell]
                    * Math.Exp(noise.Drift * machine + lasting[cell] + noise.Independent * Normal())
                    * (hasSecond[cell] && inSecond[cell] ? 1 + noise.SecondSpeed : 1)
                    * (random.NextDouble() < noise.Outliers ? 1.1 + 1.9 * random.NextDouble() : 1);
            }
        }

        return times;
    }

    /// <summary>Rows other than the last of a headline contrast are as fast as the first.</summary>
    private static bool IsBreaking(Experiment experiment, ExperimentRow row) =>
        experiment.Contrasts.Any(contrast => contrast.Headline && contrast.Against == row.Label);

    private static CellResult Cell(Experiment experiment, ExperimentRow row, Scale scale, double[] rounds) =>
        Cells.Cell(row.Label, 1_000_000, [.. rounds.Select(time => new[] { time })]) with
        {
            Experiment = experiment.Id,
            Guideline = experiment.Guideline.Id,
            Scale = scale.Label(),
        };

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
