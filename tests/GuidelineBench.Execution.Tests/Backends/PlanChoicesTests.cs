using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Tests.Backends;

public sealed class PlanChoicesTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a a a", "3*(a)")]
    [InlineData("a b a b a b", "3*(a b)")]
    [InlineData("a b c", "a b c")]
    [InlineData("a a b b b c", "2*(a) 3*(b) c")]
    [InlineData("x a b c a b c y", "x 2*(a b c) y")]
    public void RunsStandOnce(string operators, string text)
    {
        var choices = new PlanChoices([.. operators.Split(' ')]);

        Assert.Equal(text, choices.ToString());
        Assert.Equal(choices, PlanChoices.Parse(text));
        Assert.Equal(operators, string.Join(' ', PlanChoices.Parse(text).Operators));
    }

    [Fact]
    public void RandomChoicesSurviveAsText()
    {
        var random = new Random(7);
        for (int i = 0; i < 500; i++)
        {
            var choices = new PlanChoices([.. Enumerable.Range(0, 1 + random.Next(40)).Select(_ => random.Next(3) == 0 ? "pixels32:4x9+1x8" : "rows56/64:flat")]);
            Assert.Equal(choices, PlanChoices.Parse(choices.ToString()));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a ")]
    [InlineData(" a")]
    [InlineData("a  b")]
    [InlineData("2*(a")]
    [InlineData("2*(a))")]
    [InlineData("*(a)")]
    [InlineData("2*()")]
    [InlineData("2*(a)b")]
    public void OtherTextIsRefused(string text)
    {
        PlanException error = Assert.Throws<PlanException>(() => PlanChoices.Parse(text));

        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("0*(a)")]
    [InlineData("10001*(a)")]
    [InlineData("999999999*(a)")]
    public void HugeAndEmptyRepetitionsAreRefused(string text) =>
        Assert.Contains("1 to 10000 are allowed", Assert.Throws<PlanException>(() => PlanChoices.Parse(text)).Message, StringComparison.Ordinal);

    /// <summary>Seventy thousand bytes that ask for a billion operators.</summary>
    [Fact]
    public void RepetitionsAreBoundedTogether()
    {
        string text = string.Join(' ', Enumerable.Repeat("9999*(a b c d e f g h i j)", 2700));
        long before = GC.GetAllocatedBytesForCurrentThread();

        PlanException error = Assert.Throws<PlanException>(() => PlanChoices.Parse(text));

        Assert.Contains("more than 100000 operators", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 << 20);
    }

    [Fact]
    public void AMessageShowsABeginningInOneLine()
    {
        string message = Assert.Throws<PlanException>(() => PlanChoices.Parse("*\n\u001b[31m" + new string('x', 1_000_000))).Message;

        Assert.InRange(message.Length, 1, 300);
        Assert.DoesNotContain(message, char.IsControl);
    }
}
