using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Core.Tests.Experiments;

public class CellSubjectTests
{
    [Fact]
    public void A_row_keeps_its_place_in_the_paper()
    {
        Experiment table = ExperimentCatalogue.Find("table1")!;
        CellSubject subject = CellSubject.Of(table.Cell(table.Rows[2], Scale.X2, ChannelSetting.Gpu));

        Assert.Equal(("table1", "G1", "1:6", "table1/1:6/x2"), (subject.Experiment, subject.Guideline?.Id, subject.Row, subject.Label));
        Assert.Equal((Scale.X2, ChannelSetting.Gpu), (subject.Scale, subject.Setting));
        Assert.Equal([104, 624], subject.Channels);
        Assert.False(subject.IsSplit);
    }

    [Fact]
    public void A_network_has_all_its_labels_and_one_of_them_is_its_row()
    {
        CellSubject subject = CellSubject.Of("mobilenet_v2_1.4");

        Assert.Equal(("network:mobilenet_v2_1.4", "1.4 MobileNet v2"), (subject.Experiment, subject.Row));
        Assert.Equal(["1.4 MobileNet v2", "1.4 MobileNet v2 (our impl.)"], subject.Labels);
        Assert.Equal((null, null, null), (subject.Guideline, subject.Scale, subject.Setting));
        Assert.Empty(subject.Channels);
        Assert.True(subject.IsSplit);
    }

    [Fact]
    public void A_network_that_the_paper_does_not_print_is_its_own_row()
    {
        CellSubject subject = CellSubject.Of("resnet50@64x96");

        Assert.Equal(("network:resnet50@64x96", "resnet50@64x96"), (subject.Experiment, subject.Row));
        Assert.Equal(["resnet50@64x96"], subject.Labels);
        Assert.Equal((64, 96), (subject.Graph.Input.Output.Height, subject.Graph.Input.Output.Width));
    }

    [Fact]
    public void Stacks_of_units_that_the_paper_prints_are_rows_of_one_experiment()
    {
        CellSubject[] units = [.. NetworkGroups.Find("appendix1b")!.Cases.Select(CellSubject.Of)];

        Assert.Equal(24, units.Select(unit => (unit.Experiment, unit.Row)).Distinct().Count());
        Assert.All(units, unit => Assert.Equal("appendix1b", unit.Experiment));
        Assert.Equal([64, 108, 12, 52], units.Where(unit => unit.Row.Contains("c=64, 28x28", StringComparison.Ordinal)).Select(unit => unit.Channels[0]));
    }

    [Fact]
    public void What_does_not_exist_is_refused() =>
        Assert.Contains("resnet51", Assert.Throws<ArgumentException>(() => CellSubject.Of("resnet51")).Message, StringComparison.Ordinal);
}
