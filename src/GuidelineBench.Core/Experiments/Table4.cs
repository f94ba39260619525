using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Experiments;

/// <summary>Table 4: ten ResNet bottleneck units at 56x56, with and without ReLU and shortcut (G4).</summary>
public static class Table4
{
    public static Experiment Experiment { get; } = new()
    {
        Id = "table4",
        Table = 4,
        Guideline = Guideline.G4,
        Title = "Element-wise operations",
        Varies = "Whether ten bottleneck units (1x1 c to c/4, 3x3, 1x1 back to c) at 56x56 have their ReLUs and their shortcut.",
        KeepsEqual = "All convolutions, so multiply-adds and the paper's memory access cost are equal exactly.",
        Readings =
        [
            "The paper gives neither map size nor bottleneck ratio; 56x56 and 1:4 are what its own speeds allow (the cost of its additions, the rate of its convolutions).",
            "A unit has three ReLUs, the last after the addition, as in ResNet. Element-wise operators are measured fused into the convolution before them and, as a variant, on their own.",
        ],
        Rows =
        [
            Row(relu: true, shortcut: true),
            Row(relu: true, shortcut: false),
            Row(relu: false, shortcut: true),
            Row(relu: false, shortcut: false),
        ],
        Contrasts =
        [
            new Contrast("relu=no,shortcut=no", "relu=yes,shortcut=no"),
            new Contrast("relu=no,shortcut=no", "relu=no,shortcut=yes"),
            new Contrast("relu=no,shortcut=no", "relu=yes,shortcut=yes", Headline: true),
        ],
        MeasuredUnfused = true,
    };

    private static ExperimentRow Row(bool relu, bool shortcut)
    {
        ImmutableArray<ImmutableArray<int>> channels = [[32, 8], [64, 16], [128, 32]];
        return new ExperimentRow(
            $"relu={(relu ? "yes" : "no")},shortcut={(shortcut ? "yes" : "no")}",
            channels,
            channels,
            (name, widths) => Build(name, widths[0], widths[1], relu, shortcut));
    }

    private static Graph Build(string name, int outer, int inner, bool relu, bool shortcut)
    {
        var graph = new GraphBuilder(new MapShape(outer, 56, 56));
        int x = graph.Input;
        for (int unit = 0; unit < Core.Experiments.Experiment.Blocks; unit++)
        {
            int y = Activated(graph.Convolution(x, inner));
            y = Activated(graph.Convolution(y, inner, kernelSize: 3));
            y = graph.Convolution(y, outer);
            x = Activated(shortcut ? graph.Sum(y, x) : y);
        }

        return graph.Build(name);

        int Activated(int node) => relu ? graph.ReLU(node) : node;
    }
}
