using System.Collections.Immutable;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Options;

public class CoreListTests
{
    private static readonly int[] Usable = [0, 1, 2, 3, 6];

    private static readonly ImmutableArray<CoreClassInfo> Kinds = [new("big", null, 2, [2, 3]), new("little", null, 2, [0, 1])];

    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0,1", new[] { 0, 1 })]
    [InlineData("0-3", new[] { 0, 1, 2, 3 })]
    [InlineData("6,1-2", new[] { 6, 1, 2 })]
    public void KeepsTheOrderThatWasGiven(string text, int[] expected) =>
        Assert.Equal(expected, CoreList.Read("--cores", text, Usable, []).Processors);

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
        var error = Assert.Throws<CommandException>(() => CoreList.Read("--cores", text, Usable, []));
        Assert.StartsWith(what, error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed: of 0-3,6", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("big", new[] { 2, 3 })]
    [InlineData("big,little", new[] { 2, 3, 0, 1 })]
    [InlineData("efficiency,3", new[] { 0, 1, 3 })]
    [InlineData("6, performance", new[] { 6, 2, 3 })]
    public void KindsMayStandInAList(string text, int[] expected) =>
        Assert.Equal(expected, CoreList.Read("--cores", text, Usable, Kinds).Processors);

    [Theory]
    [InlineData("big,performance", "core 2 is named twice: --cores; allowed: of 0-3,6, numbers and ranges like 0,2-3, or a kind: big (2-3), little (0-1)")]
    [InlineData("little,middle", "no middle cores here: --cores; allowed: big (2-3), little (0-1)")]
    [InlineData("big,LITTLE", "unusable cores 'LITTLE': --cores; allowed: of 0-3,6, numbers and ranges like 0,2-3, or a kind: big (2-3), little (0-1)")]
    [InlineData("big-little", "unusable cores 'big-little': --cores; allowed: of 0-3,6, numbers and ranges like 0,2-3, or a kind: big (2-3), little (0-1)")]
    public void OnlyKindsThatAreThereAreOffered(string text, string message) =>
        Assert.Equal(message, Assert.Throws<CommandException>(() => CoreList.Read("--cores", text, Usable, Kinds)).Message);

    [Theory]
    [InlineData("big,little", "no big cores: all cores of this machine are alike, or the system does not show how they differ")]
    [InlineData("0,efficiency", "no efficiency cores: all cores of this machine are alike, or the system does not show how they differ")]
    [InlineData("big", "no big cores: all cores of this machine are alike, or the system does not show how they differ")]
    [InlineData("large", "unusable cores 'large'")]
    public void NoKindIsOfferedWhereAllCoresAreAlike(string text, string what) => Assert.Equal(
        $"{what}: --cores; allowed: of 0-3,6, numbers and ranges like 0,2-3",
        Assert.Throws<CommandException>(() => CoreList.Read("--cores", text, Usable, [])).Message);

    [Fact]
    public void CoresBeyondAMaskOf1024AreTaken() => Assert.Equal(
        [1023, 1024, 1791], CoreList.Read("--cores", "1023-1024,1791", [.. Enumerable.Range(0, 1792)], []).Processors);
}
