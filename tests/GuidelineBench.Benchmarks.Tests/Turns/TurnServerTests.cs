using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Rounds;
using GuidelineBench.Benchmarks.Turns;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Turns;

/// <summary>What one of two builds answers that measure in turn.</summary>
public sealed class TurnServerTests : RunOfFourCells
{
    [Fact]
    public void It_names_its_cells_and_makes_passes_when_told_to()
    {
        (ResultFile file, string[] answers) = Serve("stay 1 5 whole", "stay 1 5 whole", "stay 3 2 steps", "block", "stay 1 1 whole", "block", "end", "never read");

        Assert.Equal(["cell 0", "cell 1", "cell 2", "cell 3"], answers[..4].Select(answer => answer[..6]));
        Assert.Equal(["ready", .. Enumerable.Repeat("done", 6)], answers[4..]);
        Assert.Equal([0, 2, 0, 1], file.Cells.Select(cell => cell.Blocks.Length));
        Assert.Equal([10, 1], file.Cells[1].Blocks.Select(block => block.Passes));
        Assert.Equal(2, file.Cells[3].Blocks.Single().Passes);
        Assert.True(file.Complete);
        Assert.Equal(file.Cells[1].Blocks, Stored().Cells[1].Blocks);
    }

    /// <summary>The other process may end first.</summary>
    [Fact]
    public void The_end_of_its_input_ends_it() => Assert.Single(Serve("stay 0 1 whole", "block").File.Cells[0].Blocks);

    [Theory]
    [InlineData("stay")]
    [InlineData("stay 4 1 whole")]
    [InlineData("stay 0 0 whole")]
    [InlineData("stay 0 1 halves")]
    [InlineData("stay 0 1 whole now")]
    [InlineData("go home")]
    public void What_it_does_not_know_ends_it_with_the_line(string line) =>
        Assert.Contains($"'{line}'", Assert.Throws<RunException>(() => Serve(line)).Message, StringComparison.Ordinal);

    private (ResultFile File, string[] Answers) Serve(params string[] commands)
    {
        using var answers = new StringWriter { NewLine = "\n" };
        using var input = new StringReader(string.Join('\n', commands));
        ResultFile file = TurnServer.Serve(Request(), new Recorder(), input, answers, CancellationToken.None);
        return (file, answers.ToString().TrimEnd('\n').Split('\n'));
    }
}
