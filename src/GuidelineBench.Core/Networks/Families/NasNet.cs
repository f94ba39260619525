using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>NASNet-A (4 @ 1056), the mobile one (Zoph et al. 2018, Fig. 4; details as in TensorFlow's published implementation).</summary>
internal static class NasNet
{
    private const string Name = "nasnet_a_4_1056";
    private const int Filters = 44, Cells = 12, CellsPerStage = 4;

    public static ImmutableArray<NetworkEntry> Entries { get; } =
        [new(Name, "NASNet-A", ImageNet.Image(), NetworkStatus.Published, null, Build)];

    private static Graph Build(MapShape input)
    {
        var graph = new GraphBuilder(input);
        int x = graph.Convolution(graph.Input, 32, new Window(3, 2, Padding.None), name: "conv0");
        int? previous = null;
        Append(ReductionCell(graph, x, previous, Filters / 4, "cell_stem_0"));
        Append(ReductionCell(graph, x, previous, Filters / 2, "cell_stem_1"));
        int filters = Filters;
        for (int cell = 0; cell < Cells; cell++)
        {
            if (cell > 0 && cell % CellsPerStage == 0)
            {
                filters *= 2;
                Append(ReductionCell(
                    graph, x, previous, filters, string.Create(CultureInfo.InvariantCulture, $"reduction_cell_{cell / CellsPerStage - 1}")));
            }

            Append(NormalCell(graph, x, previous, filters, string.Create(CultureInfo.InvariantCulture, $"cell_{cell}")));
        }

        ClassificationHead.Add(graph, graph.ReLU(x), "last_linear");
        return graph.Build(Name);

        void Append(int output) => (previous, x) = (x, output);
    }

    private static int NormalCell(GraphBuilder graph, int current, int? previous, int filters, string name)
    {
        var cell = new NasCell(graph, filters, name);
        int h1 = cell.Previous(previous, current), h0 = cell.Current(current);
        int c0 = graph.Sum(cell.Separable(h0, 5), cell.Separable(h1, 3));
        int c1 = graph.Sum(cell.Separable(h1, 5), cell.Separable(h1, 3));
        int c2 = graph.Sum(cell.AveragePooling(h0), h1);
        int c3 = graph.Sum(cell.AveragePooling(h1), cell.AveragePooling(h1));
        int c4 = graph.Sum(cell.Separable(h0, 3), h0);
        return graph.Concatenation(h1, c0, c1, c2, c3, c4);
    }

    private static int ReductionCell(GraphBuilder graph, int current, int? previous, int filters, string name)
    {
        var cell = new NasCell(graph, filters, name);
        int h1 = cell.Previous(previous, current), h0 = cell.Current(current);
        int c0 = graph.Sum(cell.Separable(h0, 5, 2), cell.Separable(h1, 7, 2));
        int c1 = graph.Sum(cell.MaxPooling(h0, 2), cell.Separable(h1, 7, 2));
        int c2 = graph.Sum(cell.AveragePooling(h0, 2), cell.Separable(h1, 5, 2));
        int c3 = graph.Sum(c1, cell.AveragePooling(c0));
        int c4 = graph.Sum(cell.Separable(c0, 3), cell.MaxPooling(h0, 2));
        return graph.Concatenation(c1, c2, c3, c4);
    }
}
