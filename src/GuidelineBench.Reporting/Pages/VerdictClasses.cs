using GuidelineBench.Analysis.Verdicts;

namespace GuidelineBench.Reporting.Pages;

/// <summary>Style classes of verdicts.</summary>
internal static class VerdictClasses
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Reversed => "reversed",
        Verdict.NoEffect => "no-effect",
        Verdict.AtLimit => "at-limit",
        Verdict.DependsOnSize => "depends",
        _ => "cannot-tell",
    };
}
