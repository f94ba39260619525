using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli.Options;

namespace GuidelineBench.Cli.Checks;

/// <summary>A judgement with what a reader must know beside it.</summary>
/// <param name="BaselineName">The file, or the other build.</param>
/// <param name="Notes">Full sentences.</param>
internal sealed record CheckResult(GateJudgement Judgement, string BaselineName, IReadOnlyList<string> Notes)
{
    public int ExitCode => Judgement.Regressed ? Cli.ExitCode.Regressed : Judgement.IsOpen ? Cli.ExitCode.CannotTell : Cli.ExitCode.Done;

    public string Verdict => ExitCode switch
    {
        Cli.ExitCode.Regressed => "regression",
        Cli.ExitCode.CannotTell => "cannot tell",
        _ => "no regression",
    };

    /// <summary>One line with the verdict and how many rows have which.</summary>
    public string Headline
    {
        get
        {
            int regressed = Judgement.Rows.Count(row => row.Regressed);
            IEnumerable<string> counts =
            [
                Count(regressed, "regressed"),
                .. new[] { ChangeVerdict.CannotTell, ChangeVerdict.Faster, ChangeVerdict.Same }
                    .Select(verdict => Count(Judgement.Rows.Count(row => !row.Regressed && row.Verdict == verdict), VerdictText.Of(verdict))),
            ];
            string rows = NumberText.Write(Judgement.Rows.Length) + (Judgement.Rows.Length == 1 ? " row" : " rows");
            return $"{Verdict}: {string.Join(", ", counts.Where(count => count.Length > 0))} of {rows} against {BaselineName}, threshold {VerdictText.Threshold(Judgement.Terms)}";
        }
    }

    /// <summary>Rows that a reader must look at: regressed ones, then open ones, then faster ones.</summary>
    public IEnumerable<RowJudgement> Named =>
        Judgement.Rows.Where(row => row.Regressed)
            .Concat(Judgement.Rows.Where(row => row.IsOpen))
            .Concat(Judgement.Rows.Where(row => !row.Regressed && row.Verdict == ChangeVerdict.Faster));

    private static string Count(int count, string what) => count == 0 ? "" : $"{NumberText.Write(count)} {what}";
}
