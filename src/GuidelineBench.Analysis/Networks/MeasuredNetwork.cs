using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Networks;

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
