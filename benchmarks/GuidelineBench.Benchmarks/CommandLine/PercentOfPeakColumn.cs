using System.Collections.Immutable;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>Arithmetic rate of a cell in percent of the multiply-add rate that the machine reaches in registers, measured once.</summary>
internal sealed class PercentOfPeakColumn : IColumn
{
    private readonly Lazy<double> peakGflops = new(() =>
    {
        using var probe = new CeilingProbe(
            CellBenchmarks.Backend, threads: 1, CoreSet.Any, ImmutableDictionary<string, long>.Empty, availableBytes: 0, quick: false);
        probe.Refresh();
        return probe.Best.FmaGflops;
    });

    public string Id => nameof(PercentOfPeakColumn);

    public string ColumnName => "Peak %";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 1;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "GFLOP/s in percent of the multiply-add rate measured in registers";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GflopsColumn.Gflops(summary, benchmarkCase) is { } gflops
            ? (100 * gflops / peakGflops.Value).ToString("F1", style.CultureInfo)
            : "-";

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
