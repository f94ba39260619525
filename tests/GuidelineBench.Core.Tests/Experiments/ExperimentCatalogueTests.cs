using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Core.Tests.Experiments;

public class ExperimentCatalogueTests
{
    [Fact]
    public void Tables_1_to_4_test_guidelines_1_to_4()
    {
        Assert.Equal(["table1", "table2", "table3", "table4"], ExperimentCatalogue.All.Select(experiment => experiment.Id));
        Assert.Equal([1, 2, 3, 4], ExperimentCatalogue.All.Select(experiment => experiment.Table));
        Assert.Equal(["G1", "G2", "G3", "G4"], ExperimentCatalogue.All.Select(experiment => experiment.Guideline.Id));
    }

    [Fact]
    public void Contrasts_name_existing_rows_and_one_of_them_is_the_headline() =>
        Assert.All(ExperimentCatalogue.All, experiment =>
        {
            string[] labels = [.. experiment.Rows.Select(row => row.Label)];
            Assert.Distinct(labels);
            Assert.All(experiment.Contrasts, contrast =>
            {
                Assert.Contains(contrast.Baseline, labels);
                Assert.Contains(contrast.Against, labels);
                Assert.NotEqual(contrast.Baseline, contrast.Against);
            });
            Assert.Single(experiment.Contrasts, contrast => contrast.Headline);
        });

    [Fact]
    public void An_unknown_id_finds_nothing() => Assert.Null(ExperimentCatalogue.Find("table5"));

    [Theory]
    [InlineData("x1", Scale.X1, 0)]
    [InlineData("x2", Scale.X2, 1)]
    [InlineData("x4", Scale.X4, 2)]
    public void Scales_have_labels_and_columns(string label, Scale expected, int column)
    {
        Assert.True(Scales.TryParse(label, out Scale scale));
        Assert.Equal(expected, scale);
        Assert.Equal(label, scale.Label());
        Assert.Equal(column, scale.Column());
    }

    [Theory]
    [InlineData("x3")]
    [InlineData("X1")]
    [InlineData("1")]
    [InlineData("")]
    public void Other_scales_are_refused(string label) => Assert.False(Scales.TryParse(label, out _));
}
