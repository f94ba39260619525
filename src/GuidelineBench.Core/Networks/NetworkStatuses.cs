namespace GuidelineBench.Core.Networks;

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
