using GuidelineBench.Analysis.Verdicts;

namespace GuidelineBench.Analysis.Simulations.Tests.Verdicts;

public sealed class VerdictSimulations(ITestOutputHelper output)
{
    [Fact]
    public void Explore()
    {
        foreach (int rounds in (int[])[15, 5])
            foreach (double ratio in (double[])[1, 1.05, 1.1, 1.3])
                foreach (NoiseModel noise in NoiseModel.All)
                    output.WriteLine($"{rounds} {ratio} {noise.Name}: {VerdictCounts.Of(noise, ratio, 300, rounds)}");
    }
}
