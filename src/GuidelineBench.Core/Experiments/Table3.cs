using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Experiments;

/// <summary>Table 3: ten blocks of one, two or four 1x1 convolutions in series or in parallel at 56x56 (G3).</summary>
public static class Table3
{
    public static Experiment Experiment { get; } = new()
    {
        Id = "table3",
        Table = 3,
        Guideline = Guideline.G3,
        Title = "Fragmentation",
        Varies = "Whether each of ten blocks is one 1x1 convolution or two or four narrower ones, in series or in parallel, at 56x56.",
        KeepsEqual = "Multiply-adds, within 1.2 %: each fragment is narrower by the square root of their number.",
        Readings =
        [
            "Parallel fragments read the same input and their outputs are added in one sum, as the plus sign of the paper's Appendix Fig. 1; the sum is not part of the paper's memory access cost.",
            "Fragments of two have c over the square root of 2, which is no integer: 90 for 128 as in the paper's own Tables 1 and 2, and 45, 180, 360 likewise.",
        ],
        Rows =
        [
            Row("1-fragment", 1, parallel: false),
            Row("2-fragment-series", 2, parallel: false),
            Row("4-fragment-series", 4, parallel: false),
            Row("2-fragment-parallel", 2, parallel: true),
            Row("4-fragment-parallel", 4, parallel: true),
        ],
        Contrasts =
        [
            new Contrast("1-fragment", "2-fragment-series"),
            new Contrast("1-fragment", "4-fragment-series"),
            new Contrast("1-fragment", "2-fragment-parallel"),
            new Contrast("1-fragment", "4-fragment-parallel", Headline: true),
        ],
    };

    private static ExperimentRow Row(string label, int fragments, bool parallel) => new(
        label,
        Widths(fragments, of64: 1),
        Widths(fragments, of64: 2),
        (name, channels) => Build(name, channels[0], fragments, parallel));

    private static ImmutableArray<ImmutableArray<int>> Widths(int fragments, int of64)
    {
        int first = fragments switch
        {
            1 => 64,
            2 => 45,
            4 => 32,
            _ => throw new ArgumentOutOfRangeException(nameof(fragments), fragments.ToString(CultureInfo.InvariantCulture)),
        };
        return [.. Scales.All.Select(scale => ImmutableArray.Create(first * of64 * (int)scale))];
    }

    private static Graph Build(string name, int width, int fragments, bool parallel)
    {
        var graph = new GraphBuilder(new MapShape(width, 56, 56));
        int x = graph.Input;
        for (int block = 0; block < Core.Experiments.Experiment.Blocks; block++)
        {
            if (parallel)
            {
                int input = x;
                x = graph.Sum([.. Enumerable.Range(0, fragments).Select(_ => graph.Convolution(input, width))]);
            }
            else
            {
                for (int fragment = 0; fragment < fragments; fragment++)
                    x = graph.Convolution(x, width);
            }
        }

        return graph.Build(name);
    }
}
