using System.Collections.Immutable;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Options;

public class CoreKindTests
{
    private static readonly ImmutableArray<CoreClassInfo> Board =
        [new("big", "Arm Cortex-A76", 4, [4, 5, 6, 7]), new("little", "Arm Cortex-A55", 4, [0, 1, 2, 3])];

    [Theory]
    [InlineData("big", new[] { 4, 5, 6, 7 })]
    [InlineData("performance", new[] { 4, 5, 6, 7 })]
    [InlineData("little", new[] { 0, 1, 2, 3 })]
    [InlineData("efficiency", new[] { 0, 1, 2, 3 })]
    public void AKindIsItsCores(string word, int[] cores) =>
        Assert.Equal(cores, CoreKind.Read("--cores", word, CoreKind.Find(word)!, Board).Processors);

    [Theory]
    [InlineData("0-3")]
    [InlineData("Big")]
    [InlineData("")]
    public void OtherTextsAreNoKinds(string text) => Assert.Null(CoreKind.Find(text));

    [Fact]
    public void AMissingKindIsRefusedWithThoseThatAreThere()
    {
        var error = Assert.Throws<CommandException>(() => CoreKind.Read("--cores", "middle", "middle", Board));
        Assert.Equal(3, error.ExitCode);
        Assert.Equal("no middle cores here: --cores; allowed: big (4-7), little (0-3)", error.Message);
    }

    [Fact]
    public void CoresThatAreAlikeHaveNoKinds() =>
        Assert.Contains("alike", Assert.Throws<CommandException>(() => CoreKind.Read("--cores", "big", "big", [])).Message, StringComparison.Ordinal);
}
