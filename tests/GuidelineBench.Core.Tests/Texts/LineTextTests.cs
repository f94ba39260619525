using GuidelineBench.Core.Files;

namespace GuidelineBench.Core.Tests.Texts;

public sealed class LineTextTests
{
    [Theory]
    [InlineData("plain, with ümläuts and 😀", "plain, with ümläuts and 😀")]
    [InlineData("a\nb\r\nc\u0085d\u2028e\u2029f", "a b  c d e f")]
    [InlineData("\u001b[31mred\u0000\u0007", " [31mred  ")]
    [InlineData("right\u202Eleft\uFEFF", "right left ")]
    public void OneLineThatCannotSteerATerminal(string text, string line) => Assert.Equal(line, LineText.Of(text));

    [Fact]
    public void OfAVeryLongLineBothEndsAreShown()
    {
        string line = LineText.Of("what is wrong" + new string('x', 1_000_000) + "what is allowed");

        Assert.StartsWith("what is wrong", line, StringComparison.Ordinal);
        Assert.EndsWith("what is allowed", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 1000, 5000);
    }

    [Fact]
    public void HalfASurrogatePairIsNoCharacter() => Assert.Equal("half \uFFFD pair", LineText.Of($"half {(char)0xD83D} pair"));

    [Fact]
    public void AQuoteIsShort()
    {
        Assert.Equal("'a?b'", LineText.Quoted("a\nb"));
        Assert.Equal($"'{new string('y', 100)}...'", LineText.Quoted(new string('y', 101)));
    }
}
