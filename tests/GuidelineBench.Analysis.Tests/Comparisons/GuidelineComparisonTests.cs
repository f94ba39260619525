using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Comparisons;

public sealed class GuidelineComparisonTests
{
    [Fact]
    public void Rows_on_which_machines_disagree_come_first()
    {
        MachineEffects one = Machine("one", x1: [10, 10, 10, 10, 10], x2: [20, 21, 22, 23, 24]);
        MachineEffects two = Machine("two", x1: [10, 10, 10, 10, 11], x2: [25, 26, 27, 28, 29]);

        GuidelineComparison[] rows = [.. GuidelineComparison.Of([one, two])];

        Assert.Equal([("x2", true), ("x1", false)], rows.Select(row => (row.Scale.ToString().ToLowerInvariant(), row.Disagrees)));
        Assert.Equal([2.2, 2.7], rows[0].ByMachine.Select(estimate => Math.Round(estimate!.Median, 9)));
    }

    [Fact]
    public void A_machine_without_the_contrast_has_no_estimate_and_does_not_disagree()
    {
        MachineEffects one = Machine("one", x1: [10, 10, 10, 10, 10], x2: [20, 21, 22, 23, 24]);
        var two = new MachineEffects("two", RunEffects.Of(Cells.File(Cells.Cell("1:1", 1, [10]))));

        Assert.All(GuidelineComparison.Of([one, two]), row =>
        {
            Assert.Null(row.ByMachine[1]);
            Assert.False(row.Disagrees);
        });
    }

    private static MachineEffects Machine(string name, double[] x1, double[] x2)
    {
        double[][] ten = [[10], [10], [10], [10], [10]];
        CellResult First(string scale) => Cells.Cell("1:1", 1, ten) with { Scale = scale };
        CellResult Last(string scale, double[] rounds) =>
            Cells.Cell("1:12", 1, [.. rounds.Select(ns => new[] { ns })]) with { Scale = scale };
        return new MachineEffects(name, RunEffects.Of(Cells.File(First("x1"), First("x2"), Last("x1", x1), Last("x2", x2))));
    }
}
