using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Documents;

/// <summary>A chart with its finding: the model alone, drawn by exporters.</summary>
public sealed record Figure(IChart Chart) : IBlock
{
    [return: NotNullIfNotNull(nameof(chart))]
    public static Figure? Of(IChart? chart) => chart is null ? null : new Figure(chart);
}
