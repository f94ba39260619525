using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Simulations.Tests.Regressions;

/// <summary>Makes result files as a machine with known noise and known changes would.</summary>
internal sealed class SimulatedMachine
{
    /// <summary>Rows of Tables 1 to 4 at all scales.</summary>
    public const int Rows = 51;

    /// <summary>What is left on an idle machine, either way.</summary>
    private const double Jitter = 0.003;

    private readonly Random random;
    private readonly MachineNoise noise;
    private readonly double[] trueNs, own, secondLevel;

    public SimulatedMachine(int seed, MachineNoise noise)
    {
        random = new Random(seed);
        this.noise = noise;
        trueNs = [.. Enumerable.Range(0, Rows).Select(_ => 1e6 * Math.Exp(3 * random.NextDouble()))];
        own = [.. trueNs.Select(_ => noise.LeastOwn * Math.Pow(noise.MostOwn / noise.LeastOwn, random.NextDouble()))];
        secondLevel = [.. trueNs.Select(_ => random.NextDouble() < noise.TwoLevels ? Between(0.08, 0.15) : 0)];
    }

    /// <param name="rounds">Of the run.</param>
    /// <param name="slowdown">By row, the true change as a ratio; null: none.</param>
    public ResultFile Run(int rounds, Func<int, double>? slowdown = null)
    {
        double shift = Between(0, noise.RunShift), drift = Between(-noise.Drift, noise.Drift);
        double[] common = new double[rounds];
        for (int round = 0; round < rounds; round++)
            common[round] = 0.6 * (round == 0 ? Normal() * noise.Common : common[round - 1]) + 0.8 * Normal() * noise.Common;
        double[] load = [.. common.Select((value, round) => shift + Math.Abs(value) + drift * round / rounds)];
        double fmaGflops = 117 * Math.Exp(0.003 * Normal());
        return Cells.File([.. Enumerable.Range(0, Rows).Select(row => Cell(row, load, slowdown?.Invoke(row) ?? 1))]) with
        {
            Rounds = rounds,
            Ceilings = [new Ceiling("simd", 1, fmaGflops, ImmutableSortedDictionary<string, double>.Empty, null)],
        };
    }

    private CellResult Cell(int row, double[] load, double slowdown)
    {
        double placement = noise.Placement * Student4();
        int burstLeft = 0;
        double burst = 0;
        bool isOnSecond = random.NextDouble() < 1.0 / 3;
        var rounds = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        foreach (double common in load)
        {
            if (burstLeft == 0 && random.NextDouble() < noise.Bursts)
                (burstLeft, burst) = (random.Next(2, 6), Between(Math.Log(1.1), Math.Log(1.2)));
            // Leaving with 0.4 and coming with 0.2 gives a third of the rounds.
            isOnSecond = isOnSecond ? random.NextDouble() >= 0.4 : random.NextDouble() < 0.2;
            double log = common + placement + own[row] * Exponential() + Jitter * Normal() + (burstLeft > 0 ? burst : 0) + (isOnSecond ? secondLevel[row] : 0);
            burstLeft = Math.Max(0, burstLeft - 1);
            rounds.Add([trueNs[row] * slowdown * Math.Exp(log) * Outlier()]);
        }

        return Cells.Cell(FormattableString.Invariant($"{row}"), 1000) with { Experiment = "rows", Rounds = rounds.ToImmutable(), MedianNs = 1 };
    }

    private double Outlier() => random.NextDouble() < noise.Outliers ? Between(1.2, 2) : 1;

    private double Between(double least, double most) => least + (most - least) * random.NextDouble();

    private double Exponential() => -Math.Log(1 - random.NextDouble());

    /// <summary>Box and Muller's transform.</summary>
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A normal value over the root of the mean square of four others.</summary>
    private double Student4() =>
        Normal() / Math.Sqrt(Enumerable.Range(0, 4).Sum(_ => { double x = Normal(); return x * x; }) / 4);
}
