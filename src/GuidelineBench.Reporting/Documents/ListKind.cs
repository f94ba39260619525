namespace GuidelineBench.Reporting.Documents;

/// <summary>What a list is for.</summary>
public enum ListKind
{
    Plain,

    /// <summary>What matters most, at the head of a page.</summary>
    News,

    /// <summary>Remarks under a table.</summary>
    Notes,
}
