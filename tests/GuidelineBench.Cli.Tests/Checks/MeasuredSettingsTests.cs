using System.CommandLine;
using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Checks;

public class MeasuredSettingsTests
{
    [Theory]
    [InlineData("./run.sh run --tables 1 --quick", "", "--tables 1 --quick")]
    [InlineData("./run.sh run --tables 1 --rounds 7", "--quick", "--tables 1 --rounds 7 --quick")]
    [InlineData("./run.sh run --tables 1,2 --scale x1 --seed 3", "--tables 2", "--tables 2 --scale x1 --seed 3")]
    [InlineData("./run.sh run", "", "")]
    [InlineData(null, "--tables 3", "--tables 3")]
    public void TheBaselinesOptionsAndOverThemThoseGiven(string? command, string given, string expected) =>
        Assert.Equal(expected, string.Join(' ', Of(SampleRuns.Run() with { Command = command }, given).Arguments));

    [Fact]
    public void ALabelWithBlanksStaysOneArgument() => Assert.Equal(
        ["--tables", "none", "--networks", "table8", "--rows", "ShuffleNet v2 2x (ours, with SE)"],
        Of(SampleRuns.Run() with { Command = "./run.sh run --tables none --networks table8 --rows \"ShuffleNet v2 2x (ours, with SE)\"" }, "").Arguments);

    [Theory]
    [InlineData("--quick", false)]
    [InlineData("--rounds 9", false)]
    [InlineData("--tables 1", true)]
    [InlineData("--scale x1", true)]
    public void ChoosingRowsLeavesTheOthersOut(string given, bool isPart) => Assert.Equal(isPart, Of(SampleRuns.Run(), given).IsPart);

    [Fact]
    public void ABaselineThatDoesNotSayHowItWasMeasuredIsRefused() => Assert.Equal(
        3, Assert.Throws<CommandException>(() => Of(SampleRuns.Run() with { Command = null }, "")).ExitCode);

    private static MeasuredSettings Of(ResultFile baseline, string given)
    {
        var options = new RunOptions();
        var parser = new Command("check");
        foreach (SpecificationOption option in options.All)
            parser.Add(option.Option);
        return MeasuredSettings.Of(baseline, "--baseline", options, parser.Parse(given.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}
