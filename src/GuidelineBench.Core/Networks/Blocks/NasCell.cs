using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Blocks;

/// <summary>
/// The operators of a cell of NASNet and PNASNet: TensorFlow's SAME padding, averages over the pixels of the map, every
/// convolution on the rectified map and with a batch norm behind it. Operators that read one map share its ReLU.
/// </summary>
/// <param name="filters">F: the channels that every operator makes.</param>
/// <param name="name">Prefix of the names of its layers.</param>
/// <param name="evenPaths">
/// Whether both paths of a factorised reduction to an odd number of channels have the lower half of them; the first channel
/// is then taken once more as the last, and one batch norm is behind both paths.
/// </param>
internal sealed class NasCell(GraphBuilder graph, int filters, string name, bool evenPaths = false)
{
    private readonly Dictionary<int, int> rectified = [];
    private int operators;

    /// <summary>The cell's input brought to F channels, h0.</summary>
    public int Current(int input) => Pointwise(input, $"{name}.begin_1x1");

    /// <summary>
    /// The map before the cell's input brought to F channels and the input's size, h1; at the network's first cell, which
    /// has none, the input itself.
    /// </summary>
    public int Previous(int? previous, int current)
    {
        if (previous is not { } input)
            return current;
        MapShape own = graph.ShapeOf(input), wanted = graph.ShapeOf(current);
        if ((own.Height, own.Width) != (wanted.Height, wanted.Width))
            return FactorizedReduction(Rectified(input));
        return own.Channels == filters ? input : Pointwise(input, $"{name}.prev_1x1");
    }

    /// <summary>Depthwise and pointwise convolution, twice; the stride is in the first.</summary>
    public int Separable(int input, int kernelSize, int stride = 1)
    {
        string prefix = Next("separable");
        int x = Depthwise(Rectified(input), kernelSize, stride, $"{prefix}.depthwise_1");
        x = graph.Convolution(x, filters, $"{prefix}.pointwise_1");
        x = Depthwise(graph.ReLU(x), kernelSize, 1, $"{prefix}.depthwise_2");
        return graph.Convolution(x, filters, $"{prefix}.pointwise_2");
    }

    /// <summary>3x3.</summary>
    public int AveragePooling(int input, int stride = 1) =>
        Projected(graph.Add(new AveragePooling(Same(input, 3, stride), CountsPadding: false), input), Next("average"));

    /// <summary>3x3.</summary>
    public int MaxPooling(int input, int stride = 1) => Projected(graph.Add(new MaxPooling(Same(input, 3, stride)), input), Next("max"));

    /// <summary>The map as it is, at stride 2 by a pointwise convolution.</summary>
    public int Identity(int input, int stride) => stride == 1
        ? input
        : graph.Convolution(Rectified(input), filters, Same(input, 1, stride), name: $"{Next("identity")}.1x1");

    // Half of the channels come from the even pixels, half from the odd ones, so that none is lost.
    private int FactorizedReduction(int input)
    {
        int lower = filters / 2;
        if (!evenPaths || filters % 2 == 0)
            return Paths(input, lower, filters - lower, BiasSource.BatchNorm);
        int paths = Paths(input, lower, lower, BiasSource.None);
        int all = graph.Add(ChannelSelection.Gather(2 * lower, [.. Enumerable.Range(0, 2 * lower), 0]), paths);
        return graph.BatchNormalization(all, $"{name}.final_path_bn");
    }

    private int Paths(int input, int first, int second, BiasSource bias) => graph.Concatenation(
        graph.Convolution(input, first, new Window(1, 2, Padding.None), bias: bias, name: $"{name}.path_1"),
        graph.Convolution(input, second, new Window(1, 2, new Padding(-1, -1, 1, 1)), bias: bias, name: $"{name}.path_2"));

    private int Pointwise(int input, string layer) => graph.Convolution(Rectified(input), filters, layer);

    private int Projected(int input, string prefix) =>
        graph.ShapeOf(input).Channels == filters ? input : graph.Convolution(input, filters, $"{prefix}.1x1");

    private int Depthwise(int input, int kernelSize, int stride, string layer) =>
        graph.Convolution(input, graph.ShapeOf(input).Channels, Same(input, kernelSize, stride), graph.ShapeOf(input).Channels, BiasSource.None, layer);

    private Window Same(int input, int kernelSize, int stride) =>
        new(kernelSize, stride, Padding.Same(graph.ShapeOf(input), kernelSize, stride));

    private int Rectified(int input)
    {
        if (!rectified.TryGetValue(input, out int node))
            rectified[input] = node = graph.ReLU(input);
        return node;
    }

    private string Next(string kind) => FormattableString.Invariant($"{name}.{kind}_{operators++}");
}
