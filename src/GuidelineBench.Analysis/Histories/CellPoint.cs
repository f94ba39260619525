using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Histories;

/// <summary>What a history keeps of a cell of one run.</summary>
/// <param name="NsPerMultiplyAdd">Median time of a forward pass over the multiply-adds of the batch.</param>
/// <param name="PercentOfPeak">Rate in percent of the multiply-add ceiling that the same run measured; null where it has none.</param>
/// <param name="MultiplyAdds">One image.</param>
public sealed record CellPoint(double NsPerMultiplyAdd, double? PercentOfPeak, long MultiplyAdds, string? Plan)
{
    /// <returns>Null for a cell without a time.</returns>
    public static CellPoint? Of(CellResult cell)
    {
        double ns = cell.MedianNs / cell.PassMultiplyAdds ?? 0;
        return ns > 0 && double.IsFinite(ns) ? new CellPoint(ns, cell.PercentOfPeak, cell.MultiplyAdds, cell.Plan) : null;
    }
}
