using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Hardware;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Tests.Hardware;

public sealed class ByMachineTests
{
    [Fact]
    public void Guidelines_on_which_verdicts_contradict_each_other_come_first_then_those_that_differ_in_size()
    {
        ImmutableArray<GuidelineVerdict> one = [Judged(Guideline.G1, Verdict.Holds, 1.2), Judged(Guideline.G2, Verdict.Holds, 1.2), Judged(Guideline.G3, Verdict.Holds, 1.2), Judged(Guideline.G4, Verdict.CannotTell, 1.2)];
        ImmutableArray<GuidelineVerdict> two = [Judged(Guideline.G1, Verdict.Holds, 1.2), Judged(Guideline.G2, Verdict.Holds, 1.9), Judged(Guideline.G3, Verdict.Reversed, 0.8), Judged(Guideline.G4, Verdict.NoEffect, 1.2)];

        ImmutableArray<GuidelineByMachine> rows = GuidelineByMachine.Of([one, two, null]);

        Assert.Equal(
            [("G3", Disagreement.Verdict), ("G2", Disagreement.Size), ("G1", Disagreement.None), ("G4", Disagreement.None)],
            rows.Select(row => (row.Guideline.Id, row.Disagreement)));
        Assert.All(rows, row => Assert.Null(row.ByMachine[2]));
        Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(rows[0].ContradictsPaper));
        Assert.Equal((1, 1, 0), (rows[0].CountOf(Verdict.Holds), rows[0].CountOf(Verdict.Reversed), rows[0].CountOf(Verdict.NoEffect)));
    }

    [Theory]
    // Table 1, 1:12 against 1:1 at x1: the paper's phone and GPU are both slower by far more than 5 %.
    [InlineData(Verdict.Holds, false)]
    [InlineData(Verdict.NoEffect, true)]
    [InlineData(Verdict.Reversed, true)]
    [InlineData(Verdict.CannotTell, false)]
    public void A_contrast_contradicts_the_paper_when_neither_of_its_devices_would_get_that_verdict(Verdict verdict, bool contradicts)
    {
        ContrastByMachine row = ContrastByMachine.Of([[Judged(Guideline.G1, verdict, 1.2)]]).Single();

        Assert.Equal(Scale.X1, row.Scale);
        Assert.Equal(contradicts, row.ContradictsPaper(0));
    }

    private static GuidelineVerdict Judged(Guideline guideline, Verdict verdict, double ratio)
    {
        Experiment experiment = ExperimentCatalogue.All.Single(candidate => candidate.Guideline == guideline);
        Contrast contrast = experiment.Contrasts.Single(candidate => candidate.Headline);
        var estimate = new RatioEstimate(ratio, new Interval(ratio - 0.01, ratio + 0.01, 0.95), 15, null);
        var effect = new ContrastEffect(contrast, Scale.X1, estimate, PaperRatios.Of(experiment, contrast.Against, contrast.Baseline, Scale.X1));
        var judged = new ContrastVerdict(effect, Cells.Cell("1:12", 1, [1]), Cells.Cell("1:1", 1, [1]), verdict, VerdictReason.ShownSlower);
        return new GuidelineVerdict(experiment, null, verdict, VerdictReason.ShownSlower, estimate, judged, [judged], Bound.Compute);
    }
}
