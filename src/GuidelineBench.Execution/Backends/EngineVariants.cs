using System.Collections.Immutable;

namespace GuidelineBench.Execution.Backends;

/// <summary>How far an engine may change a graph; names as in <c>--variant</c> and result files.</summary>
public static class EngineVariants
{
    /// <summary>All that the engine does by itself.</summary>
    public const string Usual = Core.Results.CellAxes.Optimized;

    /// <summary>Constants folded and operators without effect removed; activations and sums run on their own.</summary>
    public const string Basic = "basic";

    /// <summary>The graph as it was given.</summary>
    public const string Off = "off";

    /// <summary>All but the layout in blocks of channels.</summary>
    public const string Plain = "all-plain-layout";

    /// <summary>All; workers sleep as soon as they have nothing to do.</summary>
    public const string NoSpin = "all-no-spin";

    /// <summary>The usual one first, then the one whose element-wise operators run on their own.</summary>
    public static ImmutableArray<string> All { get; } = [Usual, Basic, Off, Plain, NoSpin];
}
