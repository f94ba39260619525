using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Tests.Runs;

public class StoredRunTests
{
    [Fact]
    public void SettingsComeFromTheStoredCommand()
    {
        RunSpecification run = Resumed("./run.sh run --tables 1,4 --rows 1:12,relu=no,shortcut=no --setting gpu --scale x2,x4 --batch 8,3,8 --execution layer,depth-first --rounds 7 --quick --seed 9");
        Assert.Equal(["table1", "table4"], run.Experiments.Select(experiment => experiment.Id));
        Assert.Equal(["1:12", "relu=no,shortcut=no"], run.Rows);
        Assert.Equal(ChannelSetting.Gpu, run.Setting);
        Assert.Equal([Scale.X2, Scale.X4], run.Scales);
        Assert.Equal([ExecutionOrder.Layer, ExecutionOrder.DepthFirst], run.Orders);
        Assert.Equal([3, 8], run.Batches);
        Assert.Equal((7, true, 9), (run.Rounds, run.Quick, run.Seed));
    }

    [Theory]
    [InlineData("./run.sh run")]
    [InlineData("./run.sh run --quick")]
    [InlineData("./run.sh run --execution depth-first")]
    [InlineData("./run.sh run --tables 3 --execution layer,depth-first --rounds 4")]
    [InlineData("./run.sh run --cooldown 30")]
    [InlineData("./run.sh run --sustained 10m --quick")]
    [InlineData("./run.sh run --networks table8")]
    [InlineData("./run.sh run --tables none --networks table6,shufflenet_v2_1.0x@320x320 --batch 1,8")]
    [InlineData("./run.sh run --tables none --networks table8 --rows \"ShuffleNet v2 2x (ours, with SE),IGCV3-D (0.7)\" --quick")]
    [InlineData("./run.sh run --tables 2 --rows g=1,g=8 --setting gpu --scale x1 --batch 2 --rounds 3 --quick --seed 0")]
    public void TheShortestCommandMeansTheSame(string command) => Assert.Equal(command, RunOptions.Command(Resumed(command)));

    [Theory]
    [InlineData("--rounds 7 --tables 1")]
    [InlineData("--tables 1")]
    [InlineData("--scale x1,x2,x4")]
    [InlineData("--execution layer")]
    public void TheSameOptionsMayBeGivenAgain(string given) =>
        Assert.Equal(7, Resumed("./run.sh run --tables 1 --rounds 7", given.Split(' ')).Rounds);

    [Fact]
    public void NetworksComeFromTheStoredCommand()
    {
        RunSpecification run = Resumed("./run.sh run --tables none --networks table8 --rows \"ShuffleNet v2 2x (ours, with SE)\"");
        Assert.Empty(run.Experiments);
        Assert.Equal(["table8"], run.NetworkNames);
        Assert.Equal(["ShuffleNet v2 2x (ours, with SE)"], run.Rows);
        Assert.Equal("network:shufflenet_v2_2.0x_se", Assert.Single(run.Subjects()).Experiment);
    }

    [Theory]
    [InlineData("layer", "layer")]
    [InlineData("depth-first", "depth-first")]
    [InlineData("layer,depth-first", "layer,depth-first")]
    [InlineData("depth-first,layer,layer", "layer,depth-first")]
    public void ExecutionsComeInOneOrderOnce(string given, string meant) => Assert.Equal(
        meant.Split(','), Resumed($"./run.sh run --execution {given}").Orders.Select(order => order.Label()));

    [Theory]
    [InlineData("--rounds 8")]
    [InlineData("--tables 1,2")]
    [InlineData("--scale x1")]
    [InlineData("--quick")]
    [InlineData("--seed 2")]
    [InlineData("--rows 1:1")]
    [InlineData("--networks table6")]
    [InlineData("--execution depth-first")]
    public void OtherOptionsAreRefused(string given)
    {
        var error = Assert.Throws<CommandException>(() => Resumed("./run.sh run --tables 1 --rounds 7", given.Split(' ')));
        Assert.Equal(3, error.ExitCode);
        Assert.StartsWith($"{given.Split(' ')[0]} differs from the stored run", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("something else")]
    [InlineData("./run.sh run --tables 9")]
    [InlineData("./run.sh run --out /elsewhere")]
    public void AFileThatDoesNotSayHowItWasMeasuredCannotBeResumed(string? command) =>
        Assert.Equal(3, Assert.Throws<CommandException>(() => Resumed(command)).ExitCode);

    /// <summary>What a run without any option does.</summary>
    internal static RunSpecification Default() => Resumed("./run.sh run");

    private static RunSpecification Resumed(string? command, params string[] given)
    {
        var options = new RunOptions();
        var parser = new Command("run");
        foreach (SpecificationOption option in options.All)
            parser.Add(option.Option);
        return StoredRun.Resumed(Cells.File() with { Complete = false, Command = command }, options, parser.Parse(given));
    }
}
