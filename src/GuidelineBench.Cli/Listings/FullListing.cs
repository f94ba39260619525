using System.Collections.Immutable;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Cli.Listings;

/// <summary>All that <c>list</c> knows.</summary>
internal sealed record FullListing(
    IReadOnlyList<ExperimentListing> Experiments,
    IReadOnlyList<NetworkListing> Networks,
    IReadOnlyList<BackendListing> Backends,
    IReadOnlyList<DeviceListing> Devices);

/// <summary>A backend as <c>list</c> shows it.</summary>
/// <param name="Isa">Instruction set and vector width.</param>
/// <param name="Reason">Why it cannot be used; null when it can.</param>
internal sealed record BackendListing(string Name, string Isa, bool Usable, string? Reason)
{
    public static IReadOnlyList<BackendListing> All() =>
        [.. BackendCatalogue.All.Select(backend => new BackendListing(backend.Name, backend.Isa, backend.Unusable is null, backend.Unusable))];
}

/// <summary>An experiment as <c>list</c> shows it.</summary>
/// <param name="Table">The number that <c>--tables</c> takes.</param>
/// <param name="Rows">Labels that <c>--rows</c> takes.</param>
internal sealed record ExperimentListing(
    string Name, int Table, string Guideline, string Title, IReadOnlyList<string> Rows, IReadOnlyList<string> Scales)
{
    public static IReadOnlyList<ExperimentListing> All() =>
    [
        .. from experiment in ExperimentCatalogue.All
           select new ExperimentListing(
               experiment.Id,
               experiment.Table,
               experiment.Guideline.Id,
               experiment.Title,
               [.. experiment.Rows.Select(row => row.Label)],
               [.. Core.Experiments.Scales.All.Select(scale => scale.Label())]),
    ];
}

/// <summary>A network as <c>list</c> shows it.</summary>
/// <param name="Name">What <c>--networks</c> takes.</param>
/// <param name="Input">Height and width.</param>
/// <param name="Parameters">Trainable: weights, biases, and scale and shift of each batch norm.</param>
/// <param name="MultiplyAdds">Of convolutions and fully connected layers, one image.</param>
/// <param name="Status">published, ambiguous or derived.</param>
/// <param name="Note">What is ambiguous or derived, and which reading was taken; null where the network is published.</param>
internal sealed record NetworkListing(
    string Name, string Family, ImmutableArray<int> Input, long Parameters, long MultiplyAdds, string Status, string? Note)
{
    public static IReadOnlyList<NetworkListing> All() => [.. NetworkCatalogue.All.Concat(UnitNetworks.Entries).Select(Of)];

    private static NetworkListing Of(NetworkEntry entry)
    {
        GraphCosts costs = GraphCosts.Of(entry.Build());
        return new NetworkListing(
            entry.Name,
            entry.Family,
            [entry.Input.Height, entry.Input.Width],
            costs.Parameters,
            costs.MultiplyAdds,
            entry.Status.Label(),
            entry.Note);
    }
}
