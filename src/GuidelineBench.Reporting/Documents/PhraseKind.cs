namespace GuidelineBench.Reporting.Documents;

/// <summary>How words stand out from those around them.</summary>
public enum PhraseKind
{
    Plain,
    Strong,
    Quiet,
    Code,
    Link,

    /// <summary>What follows begins a new line.</summary>
    Break,
}
