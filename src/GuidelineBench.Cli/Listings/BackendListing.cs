using GuidelineBench.Cli.Backends;

namespace GuidelineBench.Cli.Listings;

/// <summary>A backend as <c>list</c> shows it.</summary>
/// <param name="Isa">Instruction set and vector width.</param>
/// <param name="Reason">Why it cannot be used; null when it can.</param>
internal sealed record BackendListing(string Name, string Isa, bool Usable, string? Reason)
{
    public static IReadOnlyList<BackendListing> All() =>
        [.. BackendCatalogue.All.Select(backend => new BackendListing(backend.Name, backend.Isa, backend.Unusable is null, backend.Unusable))];
}
