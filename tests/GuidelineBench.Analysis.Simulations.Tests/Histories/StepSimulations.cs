using GuidelineBench.Analysis.Histories;

namespace GuidelineBench.Analysis.Simulations.Tests.Histories;

/// <summary>
/// How often a history of 51 rows claims a step where there is none, and finds one where there is. Noise of 3 % from run to
/// run, far more than a quiet machine has, and every row's noise its own, the worst case for false alarms.
/// </summary>
public sealed class StepSimulations
{
    private const int Rows = 51;

    private static readonly int Histories = TestPart.Number(all: 40, part: 10);

    [Theory]
    [InlineData("normal", 10, 1)]
    [InlineData("normal", 40, 1)]
    [InlineData("heavy tails", 20, 1)]
    [InlineData("two modes", 20, 1)]
    [InlineData("outliers", 10, 1)]
    [InlineData("outliers", 40, 1)]
    // Each run resembles the one before, with a correlation of 0.5.
    [InlineData("correlated", 20, 1)]
    [InlineData("correlated", 40, 1)]
    public void Noise_rarely_makes_a_history_claim_a_step(string noise, int runs, int mostHistories)
    {
        var random = new Random(20260504);
        int claiming = Enumerable.Range(0, Histories).Count(_ =>
            Enumerable.Range(0, Rows).Select(_ => StepDetection.Of(Series(random, noise, runs, 0.03), Rows)).ToArray().Any(found => !found.Places.IsEmpty));

        TestContext.Current.SendDiagnosticMessage($"{noise}, {runs} runs: {claiming} of {Histories} histories of {Rows} rows claim a step");
        Assert.InRange(claiming, 0, mostHistories);
    }

    [Theory]
    [InlineData(20, 0.01, 0.10)]
    [InlineData(40, 0.01, 0.05)]
    [InlineData(40, 0.02, 0.10)]
    [InlineData(100, 0.02, 0.06)]
    public void A_step_halfway_is_found_where_it_is(int runs, double noise, double step)
    {
        const int series = 100;
        var random = new Random(20260504);
        int found = Enumerable.Range(0, series).Count(_ =>
        {
            double[] times = Series(random, "normal", runs, noise);
            for (int i = runs / 2; i < runs; i++)
                times[i] *= 1 + step;
            return StepDetection.Of(times, Rows).Places is [var place] && Math.Abs(place - runs / 2) <= 1;
        });

        Assert.InRange(found, 95, series);
    }

    private static double[] Series(Random random, string noise, int runs, double spread)
    {
        double state = 0;
        return
        [
            .. Enumerable.Range(0, runs).Select(_ => Math.Exp(noise switch
            {
                "normal" => spread * Normal(),
                // Student's t with three degrees of freedom.
                "heavy tails" => spread * Normal() / Math.Sqrt((Square() + Square() + Square()) / 3),
                "two modes" => spread * Normal() + (random.NextDouble() < 0.3 ? 2 * spread : 0),
                "outliers" => spread * Normal() + (random.NextDouble() < 0.1 ? 0.05 + 0.4 * random.NextDouble() : 0),
                "correlated" => spread * (state = 0.5 * state + Math.Sqrt(0.75) * Normal()),
                _ => throw new ArgumentOutOfRangeException(nameof(noise), noise),
            })),
        ];

        double Square()
        {
            double normal = Normal();
            return normal * normal;
        }

        // Box and Muller.
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
