using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.CostModels;

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
