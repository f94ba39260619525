namespace GuidelineBench.Analysis.Hardware;

/// <summary>How far machines are apart on a row, the more the higher.</summary>
public enum Disagreement
{
    /// <summary>Nothing shows that they differ.</summary>
    None,

    /// <summary>Intervals of two machines do not overlap, but no two verdicts contradict each other.</summary>
    Size,

    /// <summary>Two machines were judged, differently; cannot tell contradicts nothing.</summary>
    Verdict,
}
