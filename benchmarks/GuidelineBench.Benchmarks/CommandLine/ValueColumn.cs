using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>A column that follows from what was run and its mean time. Cases of other benchmarks show a dash.</summary>
/// <typeparam name="T">The benchmark's only parameter.</typeparam>
/// <param name="numeric">Whether it is set to the right.</param>
/// <param name="value">From the parameter and the mean nanoseconds; null where there is no such value.</param>
internal sealed class ValueColumn<T>(string name, string legend, bool numeric, Func<T, double, string?> value) : IColumn
{
    private const string None = "-";

    public string Id => $"{typeof(T).Name}.{name}";

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => numeric;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(benchmarkCase.Parameters, summary[benchmarkCase]?.ResultStatistics?.Mean);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;

    /// <param name="meanNs">Null for a case without a result.</param>
    internal string GetValue(ParameterInstances parameters, double? meanNs) =>
        parameters.Items is [{ Value: T parameter }] && meanNs is { } ns ? value(parameter, ns) ?? None : None;
}
