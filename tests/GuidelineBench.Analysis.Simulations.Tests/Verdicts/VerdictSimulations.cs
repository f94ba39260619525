using GuidelineBench.Analysis.Verdicts;

namespace GuidelineBench.Analysis.Simulations.Tests.Verdicts;

/// <summary>How often words are wrong, and how often they are found, on machines whose truth is known. docs/method.md quotes the numbers.</summary>
public sealed class VerdictSimulations(ITestOutputHelper output)
{
    private const int Full = 15, Quick = 5;

    /// <summary>Model, rounds and runs: more runs where noise is of a kind that could deceive.</summary>
    public static TheoryData<string, int, int> Machines =>
    [
        .. TestPart.Of(
            from noise in NoiseModel.All
            from rounds in (int[])[Full, Quick]
            select (noise.Name, rounds, noise.Lasting > 0 || noise.TwoSpeeds > 0 ? 300 : 100),
            machine => machine.Name),
    ];


    /// <summary>Rows are as fast as each other, yet a word needs evidence: at most 1 run in 100 says of any guideline that it holds or is reversed.</summary>
    [Theory]
    [MemberData(nameof(Machines))]
    public void Equal_rows_are_not_said_to_differ(string model, int rounds, int runs)
    {
        VerdictCounts counts = Count(model, ratio: 1, rounds, runs);

        Assert.InRange(counts.RunsWithEffect, 0, runs / 100);
    }

    /// <summary>A ratio of just the smallest effect that matters is the hardest case: the level of the family, 5 % of the runs, is kept, whatever the word.</summary>
    [Theory]
    [InlineData("quiet")]
    [InlineData("shared machine")]
    public void A_ratio_at_the_limit_is_said_to_lie_beyond_it_in_one_run_of_twenty_at_most(string model)
    {
        const int runs = 200;

        VerdictCounts counts = Count(model, 1.05, Full, runs);

        Assert.InRange(counts.RunsWithEffect, 0, runs / 20);
    }

    [Theory]
    [InlineData("quiet", 1.10, Full, 0.99)]
    [InlineData("quiet", 1.10, Quick, 0.90)]
    [InlineData("shared machine", 1.10, Full, 0.60)]
    [InlineData("shared machine", 1.30, Full, 0.99)]
    [InlineData("shared machine", 1.30, Quick, 0.85)]
    [InlineData("autocorrelation", 1.30, Full, 0.95)]
    public void An_effect_is_found(string model, double ratio, int rounds, double leastShare) =>
        Assert.InRange(Count(model, ratio, rounds, runs: 100).Share(Verdict.Holds), leastShare, 1);

    [Theory]
    [InlineData("shared machine", 1 / 1.30, Full, 0.99)]
    [InlineData("quiet", 1 / 1.10, Full, 0.99)]
    public void An_effect_the_other_way_round_is_found(string model, double ratio, int rounds, double leastShare) =>
        Assert.InRange(Count(model, ratio, rounds, runs: 50).Share(Verdict.Reversed), leastShare, 1);

    [Theory]
    [InlineData("quiet", Full, 0.99)]
    [InlineData("quiet", Quick, 0.90)]
    [InlineData("shared machine", Full, 0.40)]
    public void That_there_is_no_effect_is_found_where_noise_is_small(string model, int rounds, double leastShare) =>
        Assert.InRange(Count(model, 1, rounds, runs: 100).Share(Verdict.NoEffect), leastShare, 1);

    private VerdictCounts Count(string model, double ratio, int rounds, int runs)
    {
        var counts = VerdictCounts.Of(NoiseModel.All.Single(noise => noise.Name == model), ratio, runs, rounds);
        output.WriteLine(FormattableString.Invariant($"{model}, true ratio {ratio:F2}, {rounds} rounds: {counts}"));
        return counts;
    }
}
