using System.Collections.Immutable;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>A column of Table 5.</summary>
/// <param name="Multiplier">As in names, e.g. <c>0.5</c>.</param>
/// <param name="Stages">Units' widths in stages 2, 3 and 4.</param>
/// <param name="Last">Channels of conv5.</param>
internal sealed record ShuffleNetV2Widths(string Multiplier, ImmutableArray<int> Stages, int Last)
{
    /// <summary>Channels of conv1.</summary>
    public const int First = 24;

    /// <summary>Units of stages 2, 3 and 4, the down unit counted.</summary>
    public static ImmutableArray<int> Repeats { get; } = [4, 8, 4];

    public static ImmutableArray<ShuffleNetV2Widths> All { get; } =
    [
        new("0.5", [48, 96, 192], 1024),
        new("1.0", [116, 232, 464], 1024),
        new("1.5", [176, 352, 704], 1024),
        new("2.0", [244, 488, 976], 2048),
    ];
}
