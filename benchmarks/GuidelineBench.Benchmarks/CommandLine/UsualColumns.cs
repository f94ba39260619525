using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>
/// BenchmarkDotNet's columns, that of the affinity only where one was asked for: the default would be read by a mask of
/// 1024 processors, which ends the summary where a kernel is ready for more.
/// </summary>
internal sealed class UsualColumns : IColumnProvider
{
    public IEnumerable<IColumn> GetColumns(Summary summary)
    {
        bool hasAffinity = summary.BenchmarksCases.Any(benchmark => benchmark.Job.HasValue(EnvironmentMode.AffinityCharacteristic));
        return
            from provider in DefaultColumnProviders.Instance
            from column in provider.GetColumns(summary)
            where hasAffinity || column.ColumnName != EnvironmentMode.AffinityCharacteristic.Id
            select column;
    }
}
