using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using GuidelineBench.Benchmarks.CommandLine;

namespace GuidelineBench.Benchmarks.Tests.CommandLine;

public sealed class ValueColumnTests
{
    private static readonly ValueColumn<string> Column = new(
        "name", "legend", numeric: true, (text, meanNs) => text == "known" ? FormattableString.Invariant($"{2 * meanNs:F1}") : null);

    [Fact]
    public void ShowsTheValueAtTheMeanTime() => Assert.Equal("2.5", Column.GetValue(Case("known"), meanNs: 1.25));

    [Fact]
    public void ShowsADashWithoutAValue() => Assert.Equal("-", Column.GetValue(Case("other"), meanNs: 1));

    [Fact]
    public void ShowsADashWithoutAResult() => Assert.Equal("-", Column.GetValue(Case("known"), meanNs: null));

    [Fact]
    public void ShowsADashForOtherBenchmarks() => Assert.Equal("-", Column.GetValue(Case(7), meanNs: 1));

    private static ParameterInstances Case(object value) => new([new ParameterInstance(
        new ParameterDefinition("Parameter", isStatic: false, values: [], isArgument: false, value.GetType(), priorityInCategory: 0),
        value, SummaryStyle.Default)]);
}
