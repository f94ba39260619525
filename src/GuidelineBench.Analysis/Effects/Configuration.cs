using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Effects;

/// <summary>All of a cell but its experiment, row and scale: only cells of one configuration are compared.</summary>
public sealed record Configuration : CellAxes
{
    [SetsRequiredMembers]
    private Configuration(CellAxes axes, string? setting)
        : base(axes) => Setting = setting;

    public string? Setting { get; }

    public static Configuration Of(CellResult cell) => new(cell, cell.Setting);

    public static Configuration Of(CellKey key) => new(key, key.Setting);

    /// <summary>E.g. <c>simd, 1 thread, batch 1, fused, cpu channels</c>.</summary>
    public string Words => string.Join(", ", Setting is null ? InWords() : InWords().Append($"{Setting} channels"));
}
