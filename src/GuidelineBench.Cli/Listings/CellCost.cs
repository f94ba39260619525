using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Listings;

/// <summary>What theory says about one row or network, for one image.</summary>
/// <param name="Guideline">Null for networks, as scale and setting.</param>
/// <param name="Setting">cpu or gpu.</param>
/// <param name="MultiplyAdds">Of convolutions and fully connected layers, the paper's FLOPs.</param>
/// <param name="MemoryAccess">Elements that these layers read and write (Eq. 2).</param>
/// <param name="MemoryAccessBound">The least at these multiply-adds (Eq. 1), elements.</param>
/// <param name="GroupedMemoryAccessBound">The least at these multiply-adds and groups, elements.</param>
/// <param name="Bytes">4 x <paramref name="MemoryAccess"/>.</param>
/// <param name="ArithmeticIntensity">Multiply-adds per byte.</param>
/// <param name="Weights">Without biases.</param>
/// <param name="ElementwiseElements">Elements read and written by element-wise operators when each is run on its own.</param>
/// <param name="Parameters">Trainable parameters: weights, biases, and scale and shift of each batch norm.</param>
/// <param name="Input">Height and width.</param>
internal sealed record CellCost(
    string Experiment,
    string? Guideline,
    string Row,
    string? Scale,
    string? Setting,
    ImmutableArray<int> Channels,
    long MultiplyAdds,
    long MemoryAccess,
    double MemoryAccessBound,
    double GroupedMemoryAccessBound,
    long Bytes,
    double ArithmeticIntensity,
    long Weights,
    int Convolutions,
    long ElementwiseElements,
    long Parameters,
    ImmutableArray<int> Input)
{
    public static CellCost Of(CellSubject subject)
    {
        GraphCosts costs = GraphCosts.Of(subject.Graph);
        return new CellCost(
            subject.Experiment,
            subject.Guideline?.Id,
            subject.Row,
            subject.Scale?.Label(),
            subject.Setting?.Label(),
            subject.Channels,
            costs.MultiplyAdds,
            costs.MemoryAccess,
            costs.MemoryAccessBound,
            costs.GroupedMemoryAccessBound,
            costs.Bytes,
            costs.ArithmeticIntensity,
            costs.WeightCount,
            subject.Graph.Convolutions.Count(),
            costs.ElementwiseElements,
            costs.Parameters,
            [subject.Graph.Input.Output.Height, subject.Graph.Input.Output.Width]);
    }
}

/// <summary>Costs as comma-separated values, one line per cell.</summary>
internal static class CellCostCsv
{
    public static void Write(TextWriter output, IEnumerable<CellCost> costs)
    {
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        csv.Context.RegisterClassMap<CostColumns>();
        csv.WriteRecords(costs);
    }

    private sealed class CostColumns : ClassMap<CellCost>
    {
        public CostColumns()
        {
            Map(cost => cost.Experiment).Name("experiment");
            Map(cost => cost.Guideline).Name("guideline");
            Map(cost => cost.Row).Name("row");
            Map(cost => cost.Scale).Name("scale");
            Map(cost => cost.Setting).Name("setting");
            Map(cost => cost.Channels).Name("channels").Convert(row => string.Join(' ', row.Value.Channels));
            Map(cost => cost.MultiplyAdds).Name("multiplyAdds");
            Map(cost => cost.MemoryAccess).Name("memoryAccess");
            Map(cost => cost.MemoryAccessBound).Name("memoryAccessBound");
            Map(cost => cost.GroupedMemoryAccessBound).Name("groupedMemoryAccessBound");
            Map(cost => cost.Bytes).Name("bytes");
            Map(cost => cost.ArithmeticIntensity).Name("arithmeticIntensity");
            Map(cost => cost.Weights).Name("weights");
            Map(cost => cost.Convolutions).Name("convolutions");
            Map(cost => cost.ElementwiseElements).Name("elementwiseElements");
            Map(cost => cost.Parameters).Name("parameters");
            Map(cost => cost.Input).Name("input").Convert(row => string.Join(' ', row.Value.Input));
        }
    }
}
