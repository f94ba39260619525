using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
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

/// <summary>A network of a run.</summary>
/// <param name="Name">As in <c>--networks</c>; of a stack of units its row. A file may name one that this version does not know.</param>
/// <param name="Case">Null for a network that this version does not know.</param>
public sealed record MeasuredNetwork(string Name, NetworkCase? Case, CellResult Cell)
{
    /// <summary>Null where the cell has no time.</summary>
    public double? ImagesPerSecond => Cell.ImagesPerSecond;

    /// <summary>10^9 multiply-adds per second; null where the cell has no time.</summary>
    public double? GigaMultiplyAddsPerSecond => ImagesPerSecond * Cell.MultiplyAdds / 1e9;

    /// <returns>Null for a cell of no network.</returns>
    public static MeasuredNetwork? Of(CellResult cell)
    {
        if (cell.Experiment == CellSubject.Units)
            return new MeasuredNetwork(
                cell.Row, NetworkGroups.Find(CellSubject.Units)?.Rows.FirstOrDefault(row => row.Row.Label == cell.Row).Case, cell);
        if (!CellSubject.IsNetwork(cell.Experiment))
            return null;
        string name = cell.Experiment[CellSubject.NetworkPrefix.Length..];
        return new MeasuredNetwork(name, NetworkGroups.TryParse(name, out NetworkCase? known, out _) ? known : null, cell);
    }
}
