using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>Light Xception, the small Xception of Light-Head R-CNN (Li et al. 2017), at the four levels of Table 8.</summary>
internal static class LightXception
{
    private const string Note =
        "The unit is that of a published network of the same research group; its widths follow one rule that gives all four printed multiply-adds within 1 %.";

    private static readonly ImmutableArray<int> Repeats = [4, 8, 4];

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        Entry("0.5", first: 8, [64, 128, 256]),
        Entry("1.0", first: 24, [128, 256, 512]),
        Entry("1.5", first: 24, [192, 384, 768]),
        Entry("2.0", first: 24, [256, 512, 1024]),
    ];

    private static NetworkEntry Entry(string multiplier, int first, ImmutableArray<int> stages)
    {
        string name = $"light_xception_{multiplier}x";
        return new NetworkEntry(
            name, "light Xception", ImageNet.Image(), NetworkStatus.Derived, Note, input => Build(name, input, first, stages));
    }

    private static Graph Build(string name, MapShape input, int first, ImmutableArray<int> stages)
    {
        var graph = new GraphBuilder(input);
        int x = Stem.Add(graph, first, "conv1.0");
        for (int stage = 0; stage < stages.Length; stage++)
        {
            x = LightXceptionUnit.Down(graph, x, stages[stage], string.Create(CultureInfo.InvariantCulture, $"stage{stage + 2}.0"));
            for (int basic = 1; basic < Repeats[stage]; basic++)
                x = LightXceptionUnit.Basic(graph, x, string.Create(CultureInfo.InvariantCulture, $"stage{stage + 2}.{basic}"));
        }

        ClassificationHead.Add(graph, x, "fc");
        return graph.Build(name);
    }
}
