namespace GuidelineBench.Cli.Testing;

/// <summary>One of several equal parts of the suite, so that as many machines test it once between them.</summary>
/// <param name="Number">From 1 on.</param>
internal sealed record TestShard(int Number, int Count)
{
    /// <summary>More would leave some without tests.</summary>
    public const int Most = 64;

    /// <returns>Null for a text that is not <c>2/6</c> or the like.</returns>
    public static TestShard? Read(string text) =>
        text.Split('/') is [string number, string count]
        && Options.NumberText.TryRead(number, out int one) && Options.NumberText.TryRead(count, out int all)
        && one >= 1 && one <= all && all <= Most
            ? new TestShard(one, all)
            : null;

    /// <summary>Every item is in one of the shards, whatever their number.</summary>
    public IEnumerable<T> Of<T>(IEnumerable<T> items) => items.Where((_, index) => index % Count == Number - 1);
}
