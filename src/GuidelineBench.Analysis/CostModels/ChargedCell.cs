using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>A measured cell with what it is charged for.</summary>
/// <param name="RoundNs">Median of each round's samples, nanoseconds per forward pass; one or more.</param>
public sealed record ChargedCell(CellResult Cell, NetworkCharge Charge, ImmutableArray<double> RoundNs)
{
    /// <summary>Nanoseconds that a forward pass can take, a picosecond to 30 years: times beyond would swamp a sum of squares.</summary>
    private const double LeastNs = 1e-3, MostNs = 1e18;

    /// <summary>Median of the rounds, nanoseconds per forward pass.</summary>
    public double Ns => Medians.Median(RoundNs);

    /// <summary>Whether the model may be fitted on it: Tables 1-4 and the stacks of units of Appendix Table 1 (b), never a network.</summary>
    public static bool IsOfGuidelines(CellResult cell) =>
        cell.Experiment == CellSubject.Units || ExperimentCatalogue.Find(cell.Experiment) is not null;

    /// <returns>
    /// Null for a cell without a time or with an impossible one, run depth first (there is no operator to charge then), of a network that this version
    /// does not know, or with a graph other than this version's.
    /// </returns>
    public static ChargedCell? Of(CellResult cell)
    {
        ImmutableArray<double> rounds = [.. cell.Rounds.Where(samples => !samples.IsDefaultOrEmpty).Select(samples => Medians.Median(samples))];
        if (rounds.IsEmpty || rounds.Any(ns => ns is not (>= LeastNs and <= MostNs)) || !cell.IsLayerByLayer || cell.Variant is not (CellAxes.Fused or CellAxes.Unfused or CellAxes.Optimized or CellAxes.Basic) || MeasuredGraph.Of(cell) is not { } graph)
            return null;
        if (cell.GraphChecksum is { } checksum && checksum != graph.Checksum)
            return null;
        return new ChargedCell(cell, NetworkCharge.Of(graph, cell.Batch, cell.IsUsualVariant), rounds);
    }
}

/// <summary>Cells of one cost model were run alike. Fused and unfused cells stand in one model: what differs is their operators.</summary>
public sealed record CostConfiguration : CellAxes
{
    private static readonly ImmutableArray<CellAxis> Told = [.. All.Where(axis => axis.Name is not ("variant" or "execution"))];

    [SetsRequiredMembers]
    private CostConfiguration(CellAxes axes)
        : base(axes) => (Variant, Execution) = (axes.Variant is Optimized or Basic ? Optimized : Fused, null);

    public static CostConfiguration Of(CellResult cell) => new(cell);

    /// <summary>E.g. <c>simd, 1 thread, batch 1, fp32</c>.</summary>
    public string Words => string.Join(", ", Told.Select(axis => axis.InWords(this)).OfType<string>());
}
