using GuidelineBench.Cli.Options;

namespace GuidelineBench.Cli.Tests.Options;

public class CoreListTests
{
    private static readonly int[] Usable = [0, 1, 2, 3, 6];

    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0,1", new[] { 0, 1 })]
    [InlineData("0-3", new[] { 0, 1, 2, 3 })]
    [InlineData("6,1-2", new[] { 6, 1, 2 })]
    public void KeepsTheOrderThatWasGiven(string text, int[] expected) =>
        Assert.Equal(expected, CoreList.Read("--cores", text, Usable).Processors);

    [Theory]
    [InlineData("4", "no core 4")]
    [InlineData("0-6", "no core 4")]
    [InlineData("0-2000000000", "no core 2000000000")]
    [InlineData("3-1", "unusable cores '3-1'")]
    [InlineData("-1", "unusable cores '-1'")]
    [InlineData("0-1-2", "unusable cores '0-1-2'")]
    [InlineData("a", "unusable cores 'a'")]
    [InlineData("0,1,0", "core 0 is named twice")]
    [InlineData("0-2,1", "core 1 is named twice")]
    [InlineData("", "empty entry in ''")]
    public void RefusesWhatThisProcessCannotUse(string text, string what)
    {
        var error = Assert.Throws<CommandException>(() => CoreList.Read("--cores", text, Usable));
        Assert.StartsWith(what, error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed: of 0-3,6", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 0 }, "0")]
    [InlineData(new[] { 0, 1, 2, 5 }, "0-2,5")]
    [InlineData(new[] { 3, 1, 2 }, "3,1-2")]
    public void IsWrittenAsItIsRead(int[] cores, string expected) => Assert.Equal(expected, CoreList.Write(cores));
}
