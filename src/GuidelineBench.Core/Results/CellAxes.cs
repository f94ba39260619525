using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace GuidelineBench.Core.Results;

/// <summary>
/// How a row was run: the axes along which cells of one row differ, and which cells that are compared have in common. An axis is a
/// member here and its entry in <see cref="All"/>; stored cells, keys, names, tables and answers have it from there.
/// </summary>
public record CellAxes
{
    /// <summary>Element-wise operators run in the convolution before them, or on their own.</summary>
    public const string Fused = "fused", Unfused = "unfused";

    /// <summary>An engine does all to a graph that it does by itself, or leaves element-wise operators on their own.</summary>
    public const string Optimized = "all", Basic = "basic";

    /// <summary>Each layer's output is complete in memory before the next layer reads it, or runs of layers are carried through tile by tile.</summary>
    public const string Layer = "layer", DepthFirst = "depth-first";

    /// <summary>Products of 24 bits, or of factors that are rounded to 11.</summary>
    public const string Fp32 = "fp32", Tf32 = "tf32";

    /// <summary>In the order in which they are stored and named.</summary>
    public static ImmutableArray<CellAxis> All { get; } =
    [
        new("backend", axes => axes.Backend),
        new("provider", axes => axes.Provider),
        new("device", axes => axes.Device),
        new("threads", axes => Text(axes.Threads)) { Words = threads => threads == "1" ? "1 thread" : $"{threads} threads" },
        new("batch", axes => Text(axes.Batch)) { Words = batch => $"batch {batch}" },
        new("variant", axes => axes.Variant) { Usual = [Fused, Optimized], IsAlwaysSaid = true },
        new("execution", axes => axes.Execution) { Usual = [Layer] },
        new("launch", axes => axes.Launch),
        new("math", axes => axes.Math) { Usual = [Fp32] },
    ];

    [JsonPropertyOrder(-1)]
    public required string Backend { get; init; }

    /// <summary>What computes inside an engine where it is not the processor; null elsewhere.</summary>
    [JsonPropertyOrder(-1)]
    public string? Provider { get; init; }

    [JsonPropertyOrder(-1)]
    public string? Device { get; init; }

    [JsonPropertyOrder(-1)]
    public required int Threads { get; init; }

    /// <summary>Images per forward pass.</summary>
    [JsonPropertyOrder(-1)]
    public required int Batch { get; init; }

    /// <summary>
    /// Whether element-wise operators are <see cref="Fused"/> into the layer before them, or <see cref="Unfused"/>; of an engine
    /// how far it may change a graph, <see cref="Optimized"/> or less.
    /// </summary>
    [JsonPropertyOrder(-1)]
    public required string Variant { get; init; }

    /// <summary><see cref="Layer"/> or <see cref="DepthFirst"/>; null counts as layer.</summary>
    [JsonPropertyOrder(-1)]
    public string? Execution { get; init; }

    /// <summary>How operators are started on a device; null on the processor.</summary>
    [JsonPropertyOrder(-1)]
    public string? Launch { get; init; }

    /// <summary>Precision of products; null counts as <see cref="Fp32"/>.</summary>
    [JsonPropertyOrder(-1)]
    public string? Math { get; init; }

    /// <summary>Whether nothing was left out that the backend does by itself.</summary>
    [JsonIgnore]
    public bool IsUsualVariant => Variant is Fused or Optimized;

    /// <summary>The variant whose element-wise operators run on their own; null where this is none that has them in other operators.</summary>
    [JsonIgnore]
    public string? SeparateVariant => Variant switch
    {
        Fused => Unfused,
        Optimized => Basic,
        _ => null,
    };

    /// <summary>Whether it was run layer by layer; so is one that does not say how.</summary>
    [JsonIgnore]
    public bool IsLayerByLayer => Execution is null or Layer;

    /// <summary>All axes in words, the usual execution and precision apart, e.g. <c>simd, 1 thread, batch 1, fused</c>.</summary>
    public IEnumerable<string> InWords() =>
        All.Where(axis => axis.IsAlwaysSaid || !axis.IsUsual(this)).Select(axis => axis.InWords(this)).OfType<string>();

    /// <summary>What is not usual, and what <paramref name="differing"/> cells that stand beside it do not have in common.</summary>
    public IEnumerable<string> InWords(IReadOnlyCollection<CellAxis> differing) =>
        All.Where(axis => axis.Usual.IsEmpty ? differing.Contains(axis) : !axis.IsUsual(this)).Select(axis => axis.InWords(this)).OfType<string>();

    /// <summary>Axes that have more than one value among some cells.</summary>
    public static ImmutableArray<CellAxis> Differing(IEnumerable<CellAxes> cells)
    {
        CellAxes[] all = [.. cells];
        return [.. All.Where(axis => all.Select(axis.Value).Distinct().Skip(1).Any())];
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
