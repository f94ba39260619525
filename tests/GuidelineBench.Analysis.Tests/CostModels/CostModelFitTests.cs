using System.Collections.Immutable;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.CostModels;

public sealed class CostModelFitTests
{
    [Fact]
    public void Prices_that_made_the_times_are_found_again()
    {
        CostModel model = Assert.Single(CostModelFit.Of(PricedRun.File()));

        // 51 rows, 12 of them unfused too, and 24 stacks.
        Assert.Equal(51 + 12 + 24, model.Cells.Length);
        for (int term = 0; term < PricedRun.Prices.Length; term++)
            Assert.Equal(PricedRun.Prices[term], model.Coefficients[term].NsPerUnit, 1e-7 * PricedRun.Prices[term]);
    }

    [Fact]
    public void A_network_that_it_never_saw_is_predicted_from_them()
    {
        Graph graph = NetworkCatalogue.Find("mobilenet_v2_1.0")!.Build();

        Prediction prediction = CostModelFit.Of(PricedRun.File())[0].Predict(NetworkCharge.Of(graph));

        Assert.Equal(PricedRun.Ns(graph), prediction.Ns, 1e-6 * prediction.Ns);
        Assert.Equal(prediction.Ns, prediction.NsByTerm.Sum(), 1e-9 * prediction.Ns);
        Assert.Equal(prediction.Ns, prediction.OperatorNs.Sum() + PricedRun.Prices[0], 1e-6 * prediction.Ns);
    }

    [Fact]
    public void Networks_have_no_part_in_the_fit()
    {
        ResultFile with = PricedRun.File(networks: ["shufflenet_v2_1.0x"]);
        // A network that is ten times too slow.
        ResultFile slow = with with
        {
            Cells = [.. with.Cells.Select(cell => cell.Experiment.StartsWith("network:", StringComparison.Ordinal) ? cell with { Rounds = [.. cell.Rounds.Select(round => ImmutableArray.Create(10 * round[0]))] } : cell)],
        };

        Assert.Equal(
            CostModelFit.Of(with)[0].Coefficients.Select(coefficient => coefficient.NsPerUnit),
            CostModelFit.Of(slow)[0].Coefficients.Select(coefficient => coefficient.NsPerUnit));
    }

    [Fact]
    public void Intervals_hold_the_prices_and_are_the_same_every_time()
    {
        CostModel model = CostModelFit.Of(PricedRun.File(noise: 0.03))[0], again = CostModelFit.Of(PricedRun.File(noise: 0.03))[0];

        Assert.Equal(model.Coefficients, again.Coefficients);
        Coefficient multiplyAdds = model[CostTerm.MultiplyAdds], streamed = model[CostTerm.StreamedBytes];
        foreach ((Coefficient coefficient, double truth) in new[] { (multiplyAdds, 0.02), (streamed, 0.04) })
        {
            Assert.InRange(truth, coefficient.Interval!.Value.Lower, coefficient.Interval.Value.Upper);
            Assert.True(coefficient.Interval.Value.Upper - coefficient.Interval.Value.Lower < 0.5 * truth);
            Assert.True(coefficient.Interval.Value.Upper > coefficient.Interval.Value.Lower);
        }
    }

    [Fact]
    public void Few_rounds_give_prices_without_intervals()
    {
        CostModel model = CostModelFit.Of(PricedRun.File(rounds: 4))[0];

        Assert.All(model.Coefficients, coefficient => Assert.Null(coefficient.Interval));
        Assert.Null(model.Predict(NetworkCharge.Of(NetworkCatalogue.Find("shufflenet_v2_1.0x")!.Build())).Interval);
    }

    [Fact]
    public void Tables_alone_do_not_tell_what_a_depthwise_convolution_costs()
    {
        CostModel model = CostModelFit.Of(PricedRun.File(units: false))[0];

        Assert.False(model[CostTerm.StreamedBytes].IsKnown);
        var charge = NetworkCharge.Of(NetworkCatalogue.Find("shufflenet_v2_1.0x")!.Build());
        Assert.Equal([CostTerm.StreamedBytes], model.UnknownTerms(charge));
        Assert.Throws<ArgumentException>(() => model.Predict(charge));
    }

    [Fact]
    public void Too_few_cells_and_cells_run_depth_first_give_no_model()
    {
        ResultFile file = PricedRun.File();

        Assert.Empty(CostModelFit.Of(file with { Cells = [.. file.Cells.Take(CostModelFit.FewestCells - 1)] }));
        Assert.Empty(CostModelFit.Of(file with { Cells = [.. file.Cells.Select(cell => cell with { Execution = "depth-first" })] }));
        Assert.Empty(CostModelFit.Of(file with { Cells = [.. file.Cells.Select(cell => cell with { Rounds = [], MedianNs = null, Skipped = "no memory" })] }));
        Assert.Empty(CostModelFit.Of(file with { Cells = [] }));
    }

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    public void An_impossible_time_is_left_out(double ns)
    {
        ResultFile file = PricedRun.File();
        ResultFile odd = file with { Cells = [file.Cells[0] with { Rounds = [[ns]] }, .. file.Cells.Skip(1)] };

        CostModel model = CostModelFit.Of(odd)[0];

        Assert.Equal(file.Cells.Length - 1, model.Cells.Length);
        Assert.Equal(PricedRun.Prices[1], model[CostTerm.MultiplyAdds].NsPerUnit, 1e-7);
    }

    [Fact]
    public void A_cell_of_another_graph_is_left_out()
    {
        ResultFile file = PricedRun.File();

        CostModel model = CostModelFit.Of(file with { Cells = [file.Cells[0] with { GraphChecksum = "0123456789abcdef" }, .. file.Cells.Skip(1)] })[0];

        Assert.Equal(file.Cells.Length - 1, model.Cells.Length);
    }

    [Fact]
    public void Thread_counts_have_models_of_their_own()
    {
        ResultFile file = PricedRun.File(), units = PricedRun.File(tables: false);

        var models = CostModelFit.Of(file with { Cells = [.. file.Cells, .. units.Cells.Select(cell => cell with { Threads = 2 })] });

        Assert.Equal([1, 2], models.Select(model => model.Configuration.Threads));
        Assert.Equal([87, 24], models.Select(model => model.Cells.Length));
    }
}
