namespace GuidelineBench.Cli.Listings;

/// <summary>All that <c>list</c> knows.</summary>
internal sealed record FullListing(
    IReadOnlyList<ExperimentListing> Experiments,
    IReadOnlyList<NetworkListing> Networks,
    IReadOnlyList<BackendListing> Backends,
    IReadOnlyList<DeviceListing> Devices);
