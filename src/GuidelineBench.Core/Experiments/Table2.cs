using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Experiments;

/// <summary>Table 2: ten 1x1 group convolutions c -> c at 56x56, the number of groups varied (G2).</summary>
public static class Table2
{
    /// <summary>The CPU column prints c = 180 for g = 8 at x1, which 8 does not divide; 184 is run (+3.3 % multiply-adds against g = 1).</summary>
    public const int MisprintedChannels = 180, ChannelsForMisprint = 184;

    public static Experiment Experiment { get; } = new()
    {
        Id = "table2",
        Table = 2,
        Guideline = Guideline.G2,
        Title = "Number of groups",
        Varies = "The number of groups g of ten 1x1 group convolutions, c channels to c, at 56x56.",
        KeepsEqual = "Multiply-adds, within 3.4 %: c grows with the square root of g, and memory access with it.",
        Readings =
        [
            "g=8 at x1 of the CPU column prints c=180, which 8 does not divide; c=184 is run. Times are compared per multiply-add, the paper's with its own 180.",
            "No channel shuffle stands between the layers; the paper mentions none.",
        ],
        Rows =
        [
            Row(1, cpu: [64, 128, 256], gpu: [128, 256, 512]),
            Row(2, cpu: [90, 180, 360], gpu: [180, 360, 720]),
            Row(4, cpu: [128, 256, 512], gpu: [256, 512, 1024]),
            Row(8, cpu: [ChannelsForMisprint, 360, 720], gpu: [360, 720, 1440]),
        ],
        Contrasts =
        [
            new Contrast("g=1", "g=2"),
            new Contrast("g=1", "g=4"),
            new Contrast("g=1", "g=8", Headline: true),
        ],
        ControlRows =
        [
            Row("g=1 whole blocks", 1, cpu: [96, 128, 272], gpu: [144, 272, 496]),
            Row("g=8 whole blocks", 8, cpu: [256, 384, 768], gpu: [384, 768, 1408]),
        ],
    };

    private static ExperimentRow Row(int groups, int[] cpu, int[] gpu) => Row(string.Create(CultureInfo.InvariantCulture, $"g={groups}"), groups, cpu, gpu);

    private static ExperimentRow Row(string label, int groups, int[] cpu, int[] gpu) => new(
        label,
        [.. cpu.Select(c => ImmutableArray.Create(c))],
        [.. gpu.Select(c => ImmutableArray.Create(c))],
        (name, channels) => Build(name, channels[0], groups));

    private static Graph Build(string name, int channels, int groups)
    {
        var graph = new GraphBuilder(new MapShape(channels, 56, 56));
        int x = graph.Input;
        for (int layer = 0; layer < Core.Experiments.Experiment.Blocks; layer++)
            x = graph.Convolution(x, channels, groups: groups);
        return graph.Build(name);
    }
}
