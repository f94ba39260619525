using System.Collections.Immutable;
using GuidelineBench.Analysis.Engines;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Engines;

/// <summary>Which part of a ratio is the machine's and which the engine's, and what the engine's is spent on.</summary>
public sealed class EngineFindingTests
{
    private const int Block = 16;

    [Fact]
    public void Each_backend_has_words_of_its_own_and_ours_are_the_principal_ones()
    {
        ResultFile file = Run(own: 1.0, engine: 1.8, control: 1.0);

        ImmutableArray<ImmutableArray<GuidelineVerdict>> byBackend = RunVerdicts.ByBackend(file);

        Assert.Equal(["simd", "onnxruntime"], byBackend.Select(verdicts => verdicts[0].Configuration!.Backend));
        Assert.Equal([Verdict.NoEffect, Verdict.Holds], byBackend.Select(verdicts => verdicts[0].Verdict));
        Assert.Equal("simd", RunVerdicts.Of(file).Single(verdict => verdict.Configuration is not null).Configuration!.Backend);
        Assert.Equal(2, OpenWords.Of(file).Measured);
    }

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(1.2, true)]
    [InlineData(1.5, false)]
    public void A_word_rests_on_layout_where_whole_blocks_keep_less_than_half_of_it(double control, bool rests)
    {
        EngineFinding finding = Assert.Single(EngineFinding.Of(Run(own: 1.0, engine: 1.8, control)));

        Assert.Equal(rests, finding.RestsOnLayout);
        Assert.Equal(control, finding.Control!.Value, 6);
        Assert.Equal(1.0, finding.Own!.Effect!.Median, 6);
    }

    [Fact]
    public void A_word_that_does_not_hold_rests_on_nothing() =>
        Assert.False(Assert.Single(EngineFinding.Of(Run(own: 1.0, engine: 1.0, control: 1.0))).RestsOnLayout);

    [Fact]
    public void Control_rows_are_in_no_table_and_no_other_contrast()
    {
        var effects = Analysis.Effects.RunEffects.Of(Run(own: 1.0, engine: 1.8, control: 1.1));

        Assert.All(effects.Experiments, experiment => Assert.Equal(2, experiment.Cells.Length));
        Assert.Equal([0, 1], effects.Experiments.Select(experiment => experiment.Controls.Length));
        Assert.Empty(effects.OtherCells);
    }

    [Fact]
    public void Parts_of_a_cause_are_shares_of_the_following_rows_time_per_multiply_add()
    {
        ResultFile file = Run(own: 1.0, engine: 1.8, control: 1.0);
        CellResult against = file.Cells.Single(cell => cell is { Backend: "onnxruntime", Row: "g=8" }), baseline = file.Cells.Single(cell => cell is { Backend: "onnxruntime", Row: "g=1" });

        EngineCause cause = EngineCause.Of(
            against with { Engine = Engine(plain: 10, ("Conv", 10, 1500), ("Add", 2, 200)) },
            Graph("g=8"),
            baseline with { Engine = Engine(plain: 0, ("com.microsoft.nchwc.Conv", 10, 900), ("com.microsoft.nchwc.ReorderInput", 1, 100)) },
            Block)!;

        double work = (double)against.MultiplyAdds / baseline.MultiplyAdds;
        Assert.Equal(1500 / work / 1000 - 0.9, cause.Convolutions, 9);
        Assert.Equal(200 / work / 1000, cause.Elementwise, 9);
        Assert.Equal(-0.1, cause.Reorders, 9);
        Assert.Equal(10, cause.LeavingLayout);
        Assert.Equal((LayoutReason.GroupChannels, 23, 8), (cause.Layout!.Reason, cause.Layout.Channels, cause.Layout.Groups));
    }

    /// <summary>What the graph shows and the rule does not give is left without a reason.</summary>
    [Fact]
    public void A_rule_that_gives_another_number_explains_nothing()
    {
        EngineRun run = Engine(plain: 7, ("Conv", 7, 100));

        Assert.Null(LayoutRule.Of(Graph("g=8"), run, Block));
        Assert.Null(LayoutRule.Of(Graph("g=1"), run, Block));
    }

    [Theory]
    [InlineData(18, 16, LayoutReason.InputChannels)]
    [InlineData(20, 16, null)]
    [InlineData(13, 16, null)]
    [InlineData(13, 8, LayoutReason.InputChannels)]
    public void One_group_wants_a_multiple_of_four_or_less_than_a_block(int channels, int block, LayoutReason? reason)
    {
        var builder = new GraphBuilder(new Core.Layers.MapShape(channels, 4, 4));
        builder.Convolution(builder.Input, 32);
        Graph graph = builder.Build("layer");

        Assert.Equal(reason, LayoutRule.Of(graph, Engine(plain: 1, ("Conv", 1, 1)), block)?.Reason);
    }

    private static Graph Graph(string row) => Table2.Experiment.Cell(Table2.Experiment.Rows.Single(other => other.Label == row), Scale.X1, ChannelSetting.Cpu).Graph;

    private static ResultFile Run(double own, double engine, double control) => Cells.File(
    [
        Cell("simd", "fused", "g=1", 1), Cell("simd", "fused", "g=8", own),
        Cell("onnxruntime", "all", "g=1", 1), Cell("onnxruntime", "all", "g=8", engine),
        Cell("onnxruntime", "all", "g=1 whole blocks", 1), Cell("onnxruntime", "all", "g=8 whole blocks", control),
    ]) with
    {
        Engines = [new EngineDescription { Backend = "onnxruntime", Name = "Engine", Version = "1.0", Provider = "CPU", BlockChannels = Block, Settings = "-" }],
    };

    /// <param name="perMultiplyAdd">Nanoseconds; blocks differ by as little as a quiet machine's.</param>
    private static CellResult Cell(string backend, string variant, string row, double perMultiplyAdd)
    {
        var experiment = Table2.Experiment;
        ExperimentCell cell = experiment.Cell(experiment.AllRows.Single(other => other.Label == row), Scale.X1, ChannelSetting.Cpu);
        long multiplyAdds = Core.Costs.GraphCosts.Of(cell.Graph).MultiplyAdds;
        return Cells.Cell(row, multiplyAdds, [perMultiplyAdd * multiplyAdds]) with
        {
            Experiment = experiment.Id,
            Guideline = "G2",
            Setting = "cpu",
            Backend = backend,
            Variant = variant,
            Blocks = [.. Enumerable.Range(0, 6).Select(block => new BlockTime(perMultiplyAdd * multiplyAdds * (1 + 0.0001 * (block % 2)), perMultiplyAdd * multiplyAdds, 10))],
        };
    }

    private static EngineRun Engine(int plain, params (string Type, int Count, double Ns)[] operators) => new()
    {
        Operators = [.. operators.Select(type => new EngineOperator(type.Type, type.Count, type.Ns))],
        BlockedConvolutions = 0,
        PlainConvolutions = plain,
        PlainGrouped = plain,
        Reorders = 0,
        Fused = 0,
        Elementwise = 0,
        ExecutedMultiplyAdds = 1000,
        ProfiledNs = operators.Sum(type => type.Ns),
    };
}
