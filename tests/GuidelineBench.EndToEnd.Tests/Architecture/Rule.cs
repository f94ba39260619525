namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>A rule of the repository's layout.</summary>
internal static class Rule
{
    /// <param name="rule">What must hold, one sentence.</param>
    /// <param name="offenders">Each place that breaks it and how; none when it holds.</param>
    public static void Holds(string rule, IEnumerable<string> offenders)
    {
        string[] found = [.. offenders];
        Assert.True(found.Length == 0, $"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
