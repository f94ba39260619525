namespace GuidelineBench.Cli.Listings;

/// <summary>All that <c>list</c> knows.</summary>
internal sealed record FullListing(
    IReadOnlyList<ExperimentListing> Experiments,
    IReadOnlyList<BackendListing> Backends,
    IReadOnlyList<DeviceListing> Devices);
