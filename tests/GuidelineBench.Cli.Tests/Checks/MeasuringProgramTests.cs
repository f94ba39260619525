using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Checks;

/// <summary>Programs that a script stands for: it copies prepared results to where it is told.</summary>
public sealed class MeasuringProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void MeasuresWithTheOptionsGivenAndKeepsNothing()
    {
        MeasuringProgram program = Program("a", SampleRuns.Run());
        Assert.Equal(12, program.Measure(["--tables", "1"], CancellationToken.None).Cells.Length);
        string[] words = File.ReadAllText(folder["a.log"]).TrimEnd().Split(' ');
        Assert.Equal(["run", "--tables", "1", "--no-report", "--out"], words[..^1]);
        Assert.False(Directory.Exists(words[^1]));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(130, 130)]
    [InlineData(5, 5)]
    [InlineData(139, 5)]
    public void WithoutACompleteResultItsExitCodeIsHandedOn(int ended, int code)
    {
        string script = folder.Write("run.sh", $"exit {ended}\n");
        var error = Assert.Throws<CommandException>(() => MeasuringProgram.At(script, "--paired").Measure([], CancellationToken.None));
        Assert.Equal(code, error.ExitCode);
    }

    /// <summary>Codes of a run that stored everything: 1 and 2 are no codes of a run, the others say that it was ended.</summary>
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    [InlineData(134, 5)]
    [InlineData(130, 130)]
    public void ACompleteResultCountsOnlyAfterACodeOfARunThatEnded(int ended, int code)
    {
        MeasuringProgram program = Program("a", SampleRuns.Run(), ended);
        Assert.Equal(code, Assert.Throws<CommandException>(() => program.Measure([], CancellationToken.None)).ExitCode);
    }

    [Fact]
    public void AWrongOutputIsJudged() => Assert.Equal(12, Program("a", SampleRuns.Run(), ExitCode.Failed).Measure([], CancellationToken.None).Cells.Length);

    [Fact]
    public void AnUnfinishedRunIsNotJudged() => Assert.Equal(
        5, Assert.Throws<CommandException>(() => Program("a", SampleRuns.Run() with { Complete = false }).Measure([], CancellationToken.None)).ExitCode);

    /// <summary>Such a row has no time, which without a plan to repeat would be the build's fault.</summary>
    [Fact]
    public void ABuildThatCannotRepeatAPlanIsNamedWithTheReason()
    {
        MeasuringProgram a = Program("a", SampleRuns.Run());
        MeasuringProgram b = Program("b", SampleRuns.Run((row, cell) =>
            row == 5 ? cell with { Plan = null, Rounds = [], MedianNs = null, Skipped = "64x8 does not fit" } : cell));
        Assert.Equal(ExitCode.Regressed, Check().PairRuns(a, "base", b, [], pairs: 1).ExitCode);
        CommandException error = Assert.Throws<CommandException>(() => Check().PairRuns(a, "base", b, ["--plan", "stored.json"], pairs: 1));
        Assert.Equal(3, error.ExitCode);
        Assert.Contains($"{folder["b.sh"]} run cannot repeat the plan of table1 1:2 x2 (64x8 does not fit)", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("run --plan stored.json ", File.ReadAllText(folder["a.log"]), StringComparison.Ordinal);
        Assert.StartsWith("run --plan stored.json ", File.ReadAllText(folder["b.log"]), StringComparison.Ordinal);
    }

    [Fact]
    public void BuildsTakeTurns()
    {
        MeasuringProgram a = Program("a", SampleRuns.Run()), b = Program("b", SampleRuns.Run((row, cell) => row == 5 ? SampleRuns.Times(cell, 6.6e6) : cell));
        CheckResult result = Check().PairRuns(a, "base", b, [], pairs: 4);
        Assert.Equal("a b b a a b b a", string.Join(' ', File.ReadAllLines(folder["order.log"])));
        Assert.Equal(ExitCode.Regressed, result.ExitCode);
        Assert.Equal("1:2", Assert.Single(result.Judgement.Rows, row => row.Regressed).Cell.Row);
        Assert.Equal((4, 4), (result.Judgement.BaselineRuns, result.Judgement.NewRuns));
    }

    [Fact]
    public void MeasuringEndsEarlyWhenEveryRowIsTheSame()
    {
        Assert.Equal(1, Check().Measure(SampleRuns.Run(), "base", Program("a", SampleRuns.Run()), [], most: 3).Judgement.NewRuns);
        ResultFile slower = SampleRuns.Run((row, cell) => row == 5 ? SampleRuns.Times(cell, 6.6e6) : cell);
        CheckResult result = Check().Measure(SampleRuns.Run(), "base", Program("b", slower), [], most: 3);
        Assert.Equal((3, ExitCode.Regressed), (result.Judgement.NewRuns, result.ExitCode));
    }

    [Fact]
    public void ACalibrationHoldsTheRuns() =>
        Assert.Equal(2, Check().Calibrate(SampleRuns.Run(), Program("a", SampleRuns.Run()), [], 2).Noise.Length);

    [Theory]
    [InlineData("run.sh", "sh")]
    [InlineData("guidelinebench.dll", "dotnet")]
    [InlineData("src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench.dll", "dotnet")]
    public void AFolderIsSearchedForWhatCanBeStarted(string file, string starter)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        folder.Write(file, "");
        MeasuringProgram program = MeasuringProgram.At(folder.Path, "--paired");
        Assert.Equal(starter, program.File);
        Assert.Equal([folder[file]], program.First);
    }

    [Fact]
    public void AFolderWithoutAProgramIsRefused() =>
        Assert.Equal(3, Assert.Throws<CommandException>(() => MeasuringProgram.At(folder.Path, "--paired")).ExitCode);

    private static Check Check() => new(new GateTerms(), new Terminal(TextWriter.Null, TextWriter.Null));

    private MeasuringProgram Program(string name, ResultFile result, int ended = 0)
    {
        folder.Write($"{name}.json", ResultFileJson.Serialize(result));
        return MeasuringProgram.At(
            folder.Write($"{name}.sh", $"""
                echo "$*" > '{folder[$"{name}.log"]}'
                echo {name} >> '{folder["order.log"]}'
                for out do :; done
                mkdir -p "$out"
                cp '{folder[$"{name}.json"]}' "$out/results.json"
                exit {ended}

                """.ReplaceLineEndings("\n")),
            "--paired");
    }
}
