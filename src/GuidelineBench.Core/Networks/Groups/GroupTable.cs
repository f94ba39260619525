using System.Collections.Immutable;

namespace GuidelineBench.Core.Networks.Groups;

/// <summary>A table of the paper: its rows with the names of the cases that are run for them.</summary>
internal sealed record GroupTable(string Name, string Title, ImmutableArray<(string Case, PaperRow Row)> Members);

/// <summary>The networks at the four levels of complexity, 40, 140, 300 and 500 million multiply-adds at 224x224.</summary>
internal static class Levels
{
    /// <summary>Of MobileNet v2 the levels' networks are not named; these are the ones that Table 8 runs at 224x224.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Networks = new Dictionary<string, ImmutableArray<string>>
    {
        ["ShuffleNet v2"] = ["shufflenet_v2_0.5x", "shufflenet_v2_1.0x", "shufflenet_v2_1.5x", "shufflenet_v2_2.0x"],
        ["ShuffleNet v2*"] = ["shufflenet_v2_0.5x_star", "shufflenet_v2_1.0x_star", "shufflenet_v2_1.5x_star", "shufflenet_v2_2.0x_star"],
        ["ShuffleNet v1"] = ["shufflenet_v1_0.5x_g3", "shufflenet_v1_1.0x_g3", "shufflenet_v1_1.5x_g3", "shufflenet_v1_2.0x_g3"],
        ["MobileNet v2"] = ["mobilenet_v2_0.15", "mobilenet_v2_0.6", "mobilenet_v2_1.0", "mobilenet_v2_1.4"],
        ["Xception"] = ["light_xception_0.5x", "light_xception_1.0x", "light_xception_1.5x", "light_xception_2.0x"],
    }.ToImmutableDictionary();

    /// <param name="model">As printed; "(ours)" behind it is ignored.</param>
    public static ImmutableArray<string> Of(string model) => Networks[model.Replace(" (ours)", "", StringComparison.Ordinal)];
}
