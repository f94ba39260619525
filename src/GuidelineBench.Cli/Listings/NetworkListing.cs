using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Cli.Listings;

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
