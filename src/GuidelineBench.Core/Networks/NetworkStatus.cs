namespace GuidelineBench.Core.Networks;

/// <summary>How sure it is that a network of the catalogue is the one that the paper measured.</summary>
public enum NetworkStatus
{
    /// <summary>The architecture is published in full.</summary>
    Published,

    /// <summary>Sources leave a detail open or disagree; a reading was chosen.</summary>
    Ambiguous,

    /// <summary>The architecture was never published; widths were derived from the printed multiply-adds.</summary>
    Derived,
}
