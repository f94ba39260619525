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

/// <summary>Labels of <see cref="NetworkStatus"/> in listings and on pages.</summary>
public static class NetworkStatuses
{
    /// <summary>published, ambiguous or derived.</summary>
    public static string Label(this NetworkStatus status) => status switch
    {
        NetworkStatus.Published => "published",
        NetworkStatus.Ambiguous => "ambiguous",
        NetworkStatus.Derived => "derived",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
