using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Core.Costs;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>Arithmetic rate of a cell at its mean time.</summary>
internal sealed class GflopsColumn : IColumn
{
    public string Id => nameof(GflopsColumn);

    public string ColumnName => "GFLOP/s";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "10^9 operations per second, 2 per multiply-add, at the mean time";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        Gflops(summary, benchmarkCase) is { } gflops ? gflops.ToString("F1", style.CultureInfo) : "-";

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;

    /// <returns>Null for a case without a result.</returns>
    internal static double? Gflops(Summary summary, BenchmarkCase benchmarkCase)
    {
        var cell = (CellDefinition)benchmarkCase.Parameters[nameof(CellBenchmarks.Cell)];
        double operations = 2.0 * GraphCosts.Of(cell.Experiment.Graph).MultiplyAdds * cell.Options.Batch;
        return operations / summary[benchmarkCase]?.ResultStatistics?.Mean;
    }
}
