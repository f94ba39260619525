using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Simulations.Tests.Blocks;

/// <summary>
/// How often words of runs with blocks are wrong, and how often they are found, over noise that was recorded: with the real looks,
/// the real end and the real judging. docs/method.md quotes the numbers.
/// </summary>
public sealed class BlockSimulations(ITestOutputHelper output)
{
    /// <summary>Blocks that the default time of a run has room for, beside other load and without.</summary>
    private const int QuietBlocks = 16, BusyBlocks = 12;

    [Theory]
    [InlineData("zen3-quiet", 1.00, QuietBlocks, Verdict.NoEffect, 0.99)]
    [InlineData("zen3-busy", 1.00, BusyBlocks, Verdict.NoEffect, 0.95)]
    [InlineData("zen4-quiet", 1.00, QuietBlocks, Verdict.NoEffect, 0.99)]
    [InlineData("zen4-busy", 1.00, BusyBlocks, Verdict.NoEffect, 0.95)]
    [InlineData("zen3-quiet", 1.10, QuietBlocks, Verdict.Holds, 0.99)]
    [InlineData("zen3-busy", 1.10, BusyBlocks, Verdict.Holds, 0.95)]
    [InlineData("zen4-quiet", 1.10, QuietBlocks, Verdict.Holds, 0.99)]
    [InlineData("zen4-busy", 1.10, BusyBlocks, Verdict.Holds, 0.95)]
    public void The_word_is_found_and_no_other_is_given(string noise, double ratio, int blocks, Verdict expected, double leastShare)
    {
        Dictionary<Verdict, int> words = Count(noise, ratio, blocks, out int wrongRuns, out int runs);

        Assert.InRange(words.GetValueOrDefault(expected), leastShare * words.Values.Sum(), double.PositiveInfinity);
        Assert.InRange(wrongRuns, 0, runs / 1000);
    }

    /// <summary>The hardest case: the level of the family, 5 % of the runs, is kept at the limit itself.</summary>
    [Theory]
    [InlineData("zen3-quiet", QuietBlocks)]
    [InlineData("zen3-busy", BusyBlocks)]
    [InlineData("zen4-quiet", QuietBlocks)]
    [InlineData("zen4-busy", BusyBlocks)]
    public void At_the_limit_itself_one_run_of_twenty_at_most_says_that_a_guideline_lies_beyond_it(string noise, int blocks)
    {
        Count(noise, 1 + Guideline.SmallestEffectThatMatters, blocks, out int wrongRuns, out int runs);

        Assert.InRange(wrongRuns, 0, runs / 20);
    }

    /// <param name="wrongRuns">Runs with a guideline whose word says that its ratio lies where it does not.</param>
    private Dictionary<Verdict, int> Count(string noise, double ratio, int blocks, out int wrongRuns, out int runs)
    {
        var recorded = RecordedBlocks.Of(noise);
        runs = TestPart.Number(all: 3000, part: 200);
        wrongRuns = 0;
        var words = new Dictionary<Verdict, int>();
        for (int seed = 0; seed < runs; seed++)
        {
            Verdict[] found = [.. RunVerdicts.Of(Run(recorded, ratio, blocks, seed)).Select(verdict => verdict.Verdict)];
            foreach (Verdict word in found)
                words[word] = words.GetValueOrDefault(word) + 1;
            if (Array.Exists(found, word => IsWrong(word, ratio)))
                wrongRuns++;
        }

        output.WriteLine(FormattableString.Invariant(
            $"{noise}, true ratio {ratio:F2}, {runs} runs: {wrongRuns} with a wrong word; {string.Join(", ", words.Select(word => $"{word.Key} {word.Value}"))}"));
        return words;
    }

    private static bool IsWrong(Verdict word, double ratio) => word switch
    {
        Verdict.Holds => ratio <= 1 + Guideline.SmallestEffectThatMatters,
        Verdict.NoEffect => ratio > 1 + Guideline.SmallestEffectThatMatters,
        // At the limit itself a ratio is neither, and all scales have the same.
        Verdict.Reversed or Verdict.DependsOnSize => true,
        _ => false,
    };

    /// <summary>A run that ends at the first look that leaves nothing open.</summary>
    private static ResultFile Run(RecordedBlocks recorded, double ratio, int blocks, int seed)
    {
        CellResult[] cells = [.. Headlines(recorded, ratio, blocks, new Random(seed))];
        foreach (int look in BlockLooks.After.Where(look => look < blocks))
        {
            ResultFile sofar = Cells.File([.. cells.Select(cell => cell with { Blocks = [.. cell.Blocks.Take(look)] })]);
            if (OpenWords.Of(sofar).IsDecided)
                return sofar;
        }

        return Cells.File(cells);
    }

    private static IEnumerable<CellResult> Headlines(RecordedBlocks recorded, double ratio, int blocks, Random random)
    {
        const double Nanoseconds = 1e6;
        foreach (Experiment experiment in ExperimentCatalogue.All)
        {
            Contrast headline = experiment.Contrasts.Single(contrast => contrast.Headline);
            foreach (Scale scale in Scales.All)
            {
                var noise = recorded.Draw(blocks, random);
                double start = BlockRatio.StartDeviation * Normal(random);
                yield return Cell(headline.Baseline, block => Math.Exp(block.Baseline));
                yield return Cell(headline.Against, block => ratio * Math.Exp(block.Against + start));

                CellResult Cell(string row, Func<(double Against, double Baseline), double> time) => Cells.Cell(row, 1_000_000) with
                {
                    Experiment = experiment.Id,
                    Guideline = experiment.Guideline.Id,
                    Scale = scale.Label(),
                    Blocks = [.. noise.Select(block => Nanoseconds * time(block)).Select(ns => new BlockTime(ns, ns, 20))],
                };
            }
        }
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
