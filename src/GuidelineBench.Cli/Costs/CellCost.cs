using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Cli.Costs;

/// <summary>What theory says about one cell, for one image.</summary>
/// <param name="Setting">cpu or gpu.</param>
/// <param name="MultiplyAdds">Of the convolutions, the paper's FLOPs.</param>
/// <param name="MemoryAccess">Elements that the convolutions read and write (Eq. 2).</param>
/// <param name="MemoryAccessBound">The least at these multiply-adds (Eq. 1), elements.</param>
/// <param name="GroupedMemoryAccessBound">The least at these multiply-adds and groups, elements.</param>
/// <param name="Bytes">4 x <paramref name="MemoryAccess"/>.</param>
/// <param name="ArithmeticIntensity">Multiply-adds per byte.</param>
/// <param name="Weights">Without biases.</param>
/// <param name="ElementwiseElements">Elements read and written by ReLUs and sums when each is run on its own.</param>
internal sealed record CellCost(
    string Experiment,
    string Guideline,
    string Row,
    string Scale,
    string Setting,
    ImmutableArray<int> Channels,
    long MultiplyAdds,
    long MemoryAccess,
    double MemoryAccessBound,
    double GroupedMemoryAccessBound,
    long Bytes,
    double ArithmeticIntensity,
    long Weights,
    int Convolutions,
    long ElementwiseElements)
{
    public static CellCost Of(ExperimentCell cell)
    {
        GraphCosts costs = GraphCosts.Of(cell.Graph);
        return new CellCost(
            cell.Experiment.Id,
            cell.Experiment.Guideline.Id,
            cell.Row.Label,
            cell.Scale.Label(),
            cell.Setting == ChannelSetting.Cpu ? "cpu" : "gpu",
            cell.Channels,
            costs.MultiplyAdds,
            costs.MemoryAccess,
            costs.MemoryAccessBound,
            costs.GroupedMemoryAccessBound,
            costs.Bytes,
            costs.ArithmeticIntensity,
            costs.WeightCount,
            cell.Graph.Convolutions.Count(),
            costs.ElementwiseElements);
    }
}
