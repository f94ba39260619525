using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Networks;

/// <summary>The networks of a run in one configuration.</summary>
/// <param name="Networks">In the order of the file.</param>
public sealed record NetworkRun(Configuration Configuration, ImmutableArray<MeasuredNetwork> Networks)
{
    /// <returns>
    /// One for each configuration that has networks; the one with most times first, layer by layer before depth first,
    /// fused before unfused, the first in the file among equals.
    /// </returns>
    public static ImmutableArray<NetworkRun> Of(ResultFile file) =>
    [
        .. from cell in file.Cells
           let network = MeasuredNetwork.Of(cell)
           where network is not null
           group network by Configuration.Of(cell) into networks
           orderby
               networks.Count(network => network.ImagesPerSecond is not null) descending,
               !networks.Key.IsLayerByLayer,
               !networks.Key.IsUsualVariant
           select new NetworkRun(networks.Key, [.. networks]),
    ];

    /// <returns>Null where the run has it not.</returns>
    public MeasuredNetwork? Find(NetworkCase networkCase) =>
        Networks.FirstOrDefault(network => network.Case?.Name == networkCase.Name);
}
