using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>PNASNet-5, mobile (Liu et al. 2018, Fig. 1; details as in TensorFlow's published implementation).</summary>
internal static class PnasNet
{
    private const string Name = "pnasnet_5_mobile";
    private const int Filters = 54, Cells = 9, CellsPerStage = 3;

    public static ImmutableArray<NetworkEntry> Entries { get; } =
        [new(Name, "PNASNet-5", ImageNet.Image(), NetworkStatus.Published, null, Build)];

    private static Graph Build(MapShape input)
    {
        var graph = new GraphBuilder(input);
        int x = graph.Convolution(graph.Input, 32, new Window(3, 2, Padding.None), name: "conv0");
        int? previous = null;
        Append(Cell(graph, x, previous, Filters / 4, 2, "cell_stem_0"));
        Append(Cell(graph, x, previous, Filters / 2, 2, "cell_stem_1"));
        int filters = Filters;
        for (int cell = 0; cell < Cells; cell++)
        {
            bool reduces = cell > 0 && cell % CellsPerStage == 0;
            if (reduces)
                filters *= 2;
            Append(Cell(graph, x, previous, filters, reduces ? 2 : 1, string.Create(CultureInfo.InvariantCulture, $"cell_{cell}")));
        }

        ClassificationHead.Add(graph, graph.ReLU(x), "last_linear");
        return graph.Build(Name);

        void Append(int output) => (previous, x) = (x, output);
    }

    private static int Cell(GraphBuilder graph, int current, int? previous, int filters, int stride, string name)
    {
        var cell = new NasCell(graph, filters, name);
        int h1 = cell.Previous(previous, current), h0 = cell.Current(current);
        int c0 = graph.Sum(cell.Separable(h1, 5, stride), cell.MaxPooling(h1, stride));
        int c1 = graph.Sum(cell.Separable(h0, 7, stride), cell.MaxPooling(h0, stride));
        int c2 = graph.Sum(cell.Separable(h0, 5, stride), cell.Separable(h0, 3, stride));
        int c3 = graph.Sum(cell.Separable(c2, 3), cell.MaxPooling(h0, stride));
        int c4 = graph.Sum(cell.Separable(h1, 3, stride), cell.Identity(h0, stride));
        return graph.Concatenation(c0, c1, c2, c3, c4);
    }
}
