namespace GuidelineBench.Reporting.Documents;

/// <summary>How much of a section a summary has.</summary>
public enum SummaryPart
{
    Whole,

    /// <summary>Its sentences, and the findings of its charts, without tables.</summary>
    Findings,
    Nothing,
}
