namespace GuidelineBench.Cli.Tests.Verbs;

public class HelpTests
{
    public static TheoryData<string> Verbs => ["run", "list", "cost", "doctor", "forward", "export", "report", "check", "predict", "advise", "bench", "bundle", "test"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void EveryVerbHasExamplesOfItself(string verb)
    {
        Invocation invocation = Invocation.Of(verb, "--help");
        Assert.Equal(0, invocation.Code);
        Assert.Equal("", invocation.Error);
        string examples = invocation.Out[invocation.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.InRange(examples.Split($"./run.sh {verb}").Length - 1, 2, 4);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void TheProgramNamesEveryVerb(string verb) => Assert.Contains($"\n  {verb} ", Invocation.Of("--help").Out, StringComparison.Ordinal);

    [Fact]
    public void SaysDefaultsAndLimits()
    {
        string help = Invocation.Of("run", "-h").Out;
        Assert.Contains("default 15, 5 with --quick", help, StringComparison.Ordinal);
        Assert.Contains("x1, x2, x4", help, StringComparison.Ordinal);
    }

    [Fact]
    public void VersionIsOneLine() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", Invocation.Of("--version").Out);
}
