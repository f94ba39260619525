using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>PNASNet-5, mobile (Liu et al. 2018, Fig. 1; details as in TensorFlow's published implementation).</summary>
internal static class PnasNet
{
    private const int Filters = 54, Cells = 9, CellsPerStage = 3;

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        Entry("pnasnet_5_mobile", evenPaths: false, NetworkStatus.Published, null),
        Entry(
            "pnasnet_5_mobile_even", evenPaths: true, NetworkStatus.Ambiguous,
            "The second stem cell's factorised reduction to 27 channels has two paths of 13, as older copies of the implementation do; "
            + "which channel stands in for the missing one is open, the first one is taken."),
    ];

    private static NetworkEntry Entry(string name, bool evenPaths, NetworkStatus status, string? note) =>
        new(name, "PNASNet-5", ImageNet.Image(), status, note, input => Build(name, input, evenPaths));

    private static Graph Build(string name, MapShape input, bool evenPaths)
    {
        var graph = new GraphBuilder(input);
        int x = graph.Convolution(graph.Input, 32, new Window(3, 2, Padding.None), name: "conv0");
        int? previous = null;
        Append(Cell(Filters / 4, 2, "cell_stem_0"));
        Append(Cell(Filters / 2, 2, "cell_stem_1"));
        int filters = Filters;
        for (int cell = 0; cell < Cells; cell++)
        {
            bool reduces = cell > 0 && cell % CellsPerStage == 0;
            if (reduces)
                filters *= 2;
            Append(Cell(filters, reduces ? 2 : 1, string.Create(CultureInfo.InvariantCulture, $"cell_{cell}")));
        }

        ClassificationHead.Add(graph, graph.ReLU(x), "last_linear");
        return graph.Build(name);

        void Append(int output) => (previous, x) = (x, output);

        int Cell(int filters, int stride, string cell) => Combinations(graph, new NasCell(graph, filters, cell, evenPaths), x, previous, stride);
    }

    private static int Combinations(GraphBuilder graph, NasCell cell, int current, int? previous, int stride)
    {
        int h1 = cell.Previous(previous, current), h0 = cell.Current(current);
        int c0 = graph.Sum(cell.Separable(h1, 5, stride), cell.MaxPooling(h1, stride));
        int c1 = graph.Sum(cell.Separable(h0, 7, stride), cell.MaxPooling(h0, stride));
        int c2 = graph.Sum(cell.Separable(h0, 5, stride), cell.Separable(h0, 3, stride));
        int c3 = graph.Sum(cell.Separable(c2, 3), cell.MaxPooling(h0, stride));
        int c4 = graph.Sum(cell.Separable(h1, 3, stride), cell.Identity(h0, stride));
        return graph.Concatenation(c0, c1, c2, c3, c4);
    }
}
