using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Experiments;

/// <summary>Table 1: ten blocks of [1x1 c1 -> c2, 1x1 c2 -> c1] at 56x56, the ratio c1:c2 varied (G1).</summary>
public static class Table1
{
    public static Experiment Experiment { get; } = new()
    {
        Id = "table1",
        Table = 1,
        Guideline = Guideline.G1,
        Title = "Ratio of input to output channels",
        Varies = "The ratio c1:c2 of ten blocks of two 1x1 convolutions, c1 to c2 and back to c1, at 56x56.",
        KeepsEqual = "Multiply-adds, within 5.5 %; memory access grows by 1.8 times from 1:1 to 1:12.",
        Readings =
        [
            "x2 and x4 multiply both channel counts, not the batch: the paper's speeds fall by about 4 per step, as the work grows.",
            "Convolutions have a bias (batch norm folded in) and no activation; the paper mentions none.",
        ],
        Rows =
        [
            Row("1:1", cpu: (32, 32), gpu: (128, 128)),
            Row("1:2", cpu: (22, 44), gpu: (90, 180)),
            Row("1:6", cpu: (13, 78), gpu: (52, 312)),
            Row("1:12", cpu: (9, 108), gpu: (36, 432)),
        ],
        Contrasts =
        [
            new Contrast("1:1", "1:2"),
            new Contrast("1:1", "1:6"),
            new Contrast("1:1", "1:12", Headline: true),
        ],
        ControlRows =
        [
            new ExperimentRow("1:1 whole blocks", Alike(48, 64, 112), Alike(112, 224, 496), Build),
            new ExperimentRow("1:12 whole blocks", [[16, 192], [16, 192], [32, 384]], [[32, 384], [64, 768], [144, 1728]], Build),
        ],
    };

    private static ExperimentRow Row(string label, (int C1, int C2) cpu, (int C1, int C2) gpu) =>
        new(label, Scaled(cpu), Scaled(gpu), Build);

    private static ImmutableArray<ImmutableArray<int>> Scaled((int C1, int C2) channels) =>
        [.. Scales.All.Select(scale => ImmutableArray.Create(channels.C1 * (int)scale, channels.C2 * (int)scale))];

    private static ImmutableArray<ImmutableArray<int>> Alike(params ReadOnlySpan<int> widths) => [.. widths.ToArray().Select(width => ImmutableArray.Create(width, width))];

    private static Graph Build(string name, ImmutableArray<int> channels)
    {
        (int c1, int c2) = (channels[0], channels[1]);
        var graph = new GraphBuilder(new MapShape(c1, 56, 56));
        int x = graph.Input;
        for (int block = 0; block < Core.Experiments.Experiment.Blocks; block++)
        {
            x = graph.Convolution(x, c2);
            x = graph.Convolution(x, c1);
        }

        return graph.Build(name);
    }
}
