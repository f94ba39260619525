using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GuidelineBench.Cli.Costs;

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
