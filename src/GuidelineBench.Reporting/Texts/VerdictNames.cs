using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Analysis.Verdicts;

namespace GuidelineBench.Reporting.Texts;

/// <summary>Verdicts and bounds in words.</summary>
internal static class VerdictNames
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.CannotTell => "cannot tell",
        Verdict.NoEffect => "no effect",
        Verdict.Holds => "holds",
        Verdict.Reversed => "reversed",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict.ToString()),
    };

    /// <summary>Empty where it is not known.</summary>
    public static string Of(Bound bound) => bound switch
    {
        Bound.Unknown => "",
        Bound.Compute => "compute-bound",
        Bound.Memory => "memory-bound",
        Bound.Launch => "launch-bound",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound.ToString()),
    };
}
