using System.Globalization;
using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli.Options;

namespace GuidelineBench.Cli.Checks;

/// <summary>Verdicts and their reasons in words.</summary>
internal static class VerdictText
{
    public static string Of(ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Same => "same",
        ChangeVerdict.Faster => "faster",
        ChangeVerdict.Slower => "slower",
        _ => "cannot tell",
    };

    /// <summary>Of time and facts, the worst first.</summary>
    public static string Reason(RowJudgement row, GateTerms terms) => string.Join("; ", Parts(row, terms));

    public static string Reason(GroupJudgement group, GateTerms terms) =>
        group.Change is { } change
            ? $"all {NumberText.Write(group.Rows)} rows together: {Measured(change, group.Verdict, terms)}{(terms.SameMachine ? "" : ", relative to the multiply-add ceiling")}"
            : Unmeasured(group.Reason, null);

    public static string Group(DeviceRows group) => string.Create(
        CultureInfo.InvariantCulture, $"{group.Backend}{(group.Device is null ? "" : $" on {group.Device}")}, {group.Threads} thread{(group.Threads == 1 ? "" : "s")}");

    /// <summary>With a sign, e.g. <c>+10.2 %</c>.</summary>
    public static string Percent(double ratio) => (100 * (ratio - 1)).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Of a size, without a sign; where noise drowns everything the digits say nothing.</summary>
    private static string Size(double ratio) =>
        ratio > 11 ? "more than 1000 %" : (100 * (ratio - 1)).ToString(ratio < 2 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    public static string Threshold(GateTerms terms) => terms.ThresholdPercent.ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static IEnumerable<string> Parts(RowJudgement row, GateTerms terms)
    {
        foreach (FactChange fact in row.Facts.Where(fact => fact.Regressed))
            yield return Fact(fact);
        yield return row.Change is { } change ? $"time {Measured(change, row.Verdict, terms)}" : Unmeasured(row.Reason, row.Skipped);
        foreach (FactChange fact in row.Facts.Where(fact => !fact.Regressed))
            yield return Fact(fact);
    }

    private static string Measured(TimeChange change, ChangeVerdict verdict, GateTerms terms) => verdict switch
    {
        ChangeVerdict.Slower => $"{Percent(change.Ratio)}, at least {Percent(change.Lower)} beyond the noise",
        ChangeVerdict.Faster => $"{Percent(change.Ratio)}, at least {Percent(change.LargestGain)} beyond the noise",
        ChangeVerdict.Same => $"{Percent(change.Ratio)}, at most {Percent(change.Upper)}",
        _ => $"{Percent(change.Ratio)}, up to {Percent(change.Upper)} cannot be ruled out and {Threshold(terms)} must be; a slowdown of {Size(change.SmallestVisible)} would be seen",
    };

    private static string Unmeasured(ChangeReason reason, string? skipped) => reason switch
    {
        ChangeReason.Missing => "not in the new file",
        ChangeReason.LostItsTime => $"the new file has no time: {skipped ?? "it has no rounds"}",
        ChangeReason.NoTimeInBaseline => "the baseline has no time",
        ChangeReason.TooFewRounds => $"fewer than {NumberText.Write(Gate.FewestRounds)} rounds",
        ChangeReason.RunIncomplete => "a run is not complete",
        ChangeReason.OtherGraph => "the times are of different networks",
        ChangeReason.OtherInstructionSet => "the times are of different instruction sets",
        ChangeReason.NoCeiling => "no multiply-add ceiling to compare with in one of the files",
        _ => "no time",
    };

    private static string Fact(FactChange fact) => fact.Kind switch
    {
        FactKind.MaxError => fact.Now is null ? "its output was not compared with the reference" : $"largest error {fact.Now}, {fact.Baseline} is allowed",
        // Plans are long; both files hold them.
        FactKind.Plan => "another plan",
        _ => $"{Name(fact.Kind)} {fact.Baseline} {(fact.Now is null ? "is not in the new file" : $"is {fact.Now} now")}",
    };

    private static string Name(FactKind kind) => kind switch
    {
        FactKind.Graph => "checksum of the network",
        FactKind.Weights => "checksum of the weights",
        FactKind.Input => "checksum of the input",
        FactKind.MultiplyAdds => "multiply-adds",
        FactKind.MemoryAccess => "memory access",
        FactKind.Launches => "launches",
        FactKind.AllocatedBytes => "allocated bytes",
        _ => kind.ToString(),
    };
}
