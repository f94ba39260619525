using System.Collections.Immutable;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Engines;

/// <summary>The networks of a run in an engine beside those by our own kernels.</summary>
/// <param name="Name">The engine with its version.</param>
/// <param name="Networks">Those with a time in both, fastest by our kernels first.</param>
public sealed record EngineNetworks(string Name, NetworkRun Own, ImmutableArray<RankedNetwork> Networks)
{
    /// <summary>Times closer than this are no order.</summary>
    private const double SmallestDifference = 0.02;

    /// <summary>Pairs that the engine ranks the other way round, the largest disagreement first.</summary>
    public ImmutableArray<(RankedNetwork Faster, RankedNetwork Slower)> Changes { get; } =
    [
        .. from slower in Networks
           from faster in Networks
           let own = slower.Own.ImagesPerSecond / faster.Own.ImagesPerSecond
           let inEngine = faster.InEngine.ImagesPerSecond / slower.InEngine.ImagesPerSecond
           where own > 1 + SmallestDifference && inEngine > 1 + SmallestDifference
           orderby own * inEngine descending
           select (faster, slower),
    ];

    /// <returns>One for each engine with two networks or more.</returns>
    public static IEnumerable<EngineNetworks> Of(ResultFile file, ImmutableArray<NetworkRun> runs) =>
        from engine in file.Engines
        let own = runs.FirstOrDefault(run => run.Configuration.IsUsualVariant && file.Engines.All(other => other.Backend != run.Configuration.Backend))
        let inEngine = runs.FirstOrDefault(run => run.Configuration.Backend == engine.Backend && run.Configuration.IsUsualVariant)
        where own is not null && inEngine is not null
        let networks = Ranked(own, inEngine)
        where networks.Length > 1
        select new EngineNetworks($"{engine.Name} {engine.Version}", own, networks);

    private static ImmutableArray<RankedNetwork> Ranked(NetworkRun own, NetworkRun inEngine)
    {
        (MeasuredNetwork Own, MeasuredNetwork InEngine)[] both =
        [
            .. from network in own.Networks
               let other = inEngine.Networks.FirstOrDefault(other => other.Name == network.Name)
               where network.ImagesPerSecond is not null && other?.ImagesPerSecond is not null
               orderby network.ImagesPerSecond descending
               select (network, other),
        ];
        return [.. both.Select((pair, index) => new RankedNetwork(pair.Own, pair.InEngine, index + 1, 1 + both.Count(other => other.InEngine.ImagesPerSecond > pair.InEngine.ImagesPerSecond)))];
    }
}

/// <param name="OwnRank">From 1, the fastest.</param>
/// <param name="EngineRank">From 1, the fastest.</param>
public sealed record RankedNetwork(MeasuredNetwork Own, MeasuredNetwork InEngine, int OwnRank, int EngineRank);
