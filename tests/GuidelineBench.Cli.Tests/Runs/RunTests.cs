using GuidelineBench.Cli.Runs;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Runs;

public class RunTests
{
    [Theory]
    [InlineData(null, null, 0)]
    [InlineData("its output is wrong", "tiles of 32", 5)]
    [InlineData("there is not enough memory for its plan", null, 4)]
    public void ACellWithoutANumberFailsTheRun(string? skipped, string? plan, int code)
    {
        using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(code, Run.Judge(Cells.File(Cell("1:1", null, "tiles of 32"), Cell("1:6", skipped, plan)), new Terminal(TextWriter.Null, error)));
        Assert.Equal(skipped is null ? "" : $"guidelinebench: 1 of 2 cells have no number, the first: table1 1:6 x1: {skipped}\n", error.ToString());
    }

    [Fact]
    public void AWrongCellCountsMoreThanAnAbsentOne() =>
        Assert.Equal(5, Run.Judge(Cells.File(Cell("1:1", "no memory", null), Cell("1:6", "its output is wrong", "tiles of 32")), new Terminal(TextWriter.Null, TextWriter.Null)));

    [Fact]
    public void ACellWithoutANumberIsNamedWithItsExecution()
    {
        using var error = new StringWriter { NewLine = "\n" };
        Run.Judge(Cells.File(Cell("1:6", "its output is wrong", "tiles of 32") with { Execution = "depth-first" }), new Terminal(TextWriter.Null, error));
        Assert.Contains("table1 1:6 x1 depth-first: its output is wrong", error.ToString(), StringComparison.Ordinal);
    }

    private static CellResult Cell(string row, string? skipped, string? plan) => Cells.Cell(row, 1) with { Plan = plan, Skipped = skipped };
}
