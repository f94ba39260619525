using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Texts;

/// <summary>How cells and configurations are called on pages.</summary>
internal static class CellNames
{
    private const int MostNamed = 6;

    /// <summary>E.g. <c>table1 1:12 x2</c> or <c>network:resnet50</c>; variant and execution only where they are not the usual ones.</summary>
    public static string Of(CellResult cell) => string.Join(
        ' ',
        new[]
        {
            cell.Experiment,
            MeasuredNetwork.IsNamedByExperiment(cell) ? null : cell.Row,
            cell.Scale,
            cell.Variant == Variants.Fused ? null : cell.Variant,
            Executions.IsLayer(cell.Execution) ? null : cell.Execution,
        }.Where(part => part is not null));

    /// <summary>The same of a row that several runs have.</summary>
    public static string Of(CellKey key) => string.Join(
        ' ',
        new[]
        {
            key.Experiment,
            key.Experiment.StartsWith(CellSubject.NetworkPrefix, StringComparison.Ordinal) ? null : key.Row,
            key.Scale,
            key.Variant == Variants.Fused ? null : key.Variant,
            Executions.IsLayer(key.Execution) ? null : key.Execution,
        }.Where(part => part is not null));

    /// <summary>The first few by name and the number of others.</summary>
    public static string Of(ImmutableArray<CellResult> cells)
    {
        string named = string.Join(", ", cells.Take(MostNamed).Select(Of));
        return cells.Length <= MostNamed ? named : $"{named} and {Numbers.Count(cells.Length - MostNamed)} more";
    }

    /// <summary>E.g. <c>simd, 1 thread, batch 1, fused, cpu channels</c>.</summary>
    public static string Of(Configuration configuration) => configuration.Words;
}
