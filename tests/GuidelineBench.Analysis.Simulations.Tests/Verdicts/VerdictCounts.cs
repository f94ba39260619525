using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Simulations.Tests.Verdicts;

/// <summary>What many simulated runs say.</summary>
/// <param name="Words">How often each word was given, over runs and guidelines.</param>
/// <param name="RunsWithEffect">Runs in which any guideline is said to hold or to be reversed.</param>
internal sealed record VerdictCounts(int Runs, IReadOnlyDictionary<Verdict, int> Words, int RunsWithEffect)
{
    private const int Seed = 20260504;

    /// <summary>Share of the guidelines' words.</summary>
    public double Share(Verdict verdict) => (double)Words.GetValueOrDefault(verdict) / Words.Values.Sum();

    /// <param name="ratio">The true ratio of all guidelines.</param>
    public static VerdictCounts Of(NoiseModel noise, double ratio, int runs, int rounds)
    {
        Verdict[][] words =
        [
            .. Enumerable.Range(0, runs).AsParallel().AsOrdered().Select(run =>
                RunVerdicts.Of(new SimulatedRun(noise, rounds, Seed + run).Measure(_ => ratio)).Select(verdict => verdict.Verdict).ToArray()),
        ];
        return new VerdictCounts(
            runs,
            words.SelectMany(run => run).CountBy(word => word).ToDictionary(),
            words.Count(run => run.Any(word => word is Verdict.Holds or Verdict.Reversed)));
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Runs} runs of {Guideline.All.Count} guidelines: holds {Share(Verdict.Holds):P1}, reversed {Share(Verdict.Reversed):P1}, no effect {Share(Verdict.NoEffect):P1}, cannot tell {Share(Verdict.CannotTell):P1}; runs with an effect {RunsWithEffect}");
}
