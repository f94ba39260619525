using System.Collections.Immutable;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Running;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>Cases run and are shown in the order of their list; BenchmarkDotNet sorts numbers in labels as text.</summary>
internal sealed class ListedOrder() : DefaultOrderer(SummaryOrderPolicy.Declared)
{
    public override IEnumerable<BenchmarkCase> GetExecutionOrder(
        ImmutableArray<BenchmarkCase> benchmarksCase, IEnumerable<BenchmarkLogicalGroupRule>? order = null) => benchmarksCase;
}
