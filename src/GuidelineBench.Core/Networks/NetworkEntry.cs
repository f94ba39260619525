using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>A network of the catalogue.</summary>
/// <param name="Name">As in <c>--networks</c>, in listings and, as <c>network:NAME</c>, in result files.</param>
/// <param name="Family">The family's name for readers, e.g. <c>ShuffleNet v2</c>.</param>
/// <param name="Input">Shape of the input that the paper used.</param>
/// <param name="Note">What is ambiguous or derived, and which reading was taken; null where the status is published.</param>
/// <param name="Builder">Builds the graph for an input map of any size that the network can take.</param>
public sealed record NetworkEntry(
    string Name, string Family, MapShape Input, NetworkStatus Status, string? Note, Func<MapShape, Graph> Builder)
{
    /// <summary>The graph at the paper's input.</summary>
    public Graph Build() => Builder(Input);
}

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
