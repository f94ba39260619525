namespace GuidelineBench.Cli.Progress;

/// <summary>Which round it is.</summary>
internal static class RoundText
{
    /// <param name="last">Null when rounds go on for a time.</param>
    public static string Of(int round, int? last) => last is null
        ? FormattableString.Invariant($"round {round}")
        : FormattableString.Invariant($"round {round} of {last}");

    public static string OfBlock(int block) => FormattableString.Invariant($"block {block}");
}
