namespace GuidelineBench.Reporting.Documents;

/// <summary>How much room a table takes.</summary>
public enum TableShape
{
    Plain,

    /// <summary>Many narrow columns.</summary>
    Wide,

    /// <summary>So many rows that they scroll.</summary>
    Long,

    /// <summary>A few numbers inside a card.</summary>
    Small,
}
