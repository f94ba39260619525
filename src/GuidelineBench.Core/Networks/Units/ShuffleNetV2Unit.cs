using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Units;

/// <summary>
/// ShuffleNet v2's unit in its authors' layout: split and shuffle are one step at the start of a basic unit, which passes on
/// the even channels and works on the odd ones; a unit's result is the concatenation as it is.
/// </summary>
internal static class ShuffleNetV2Unit
{
    /// <summary>Stride 1; as many channels out as in (Fig. 3c).</summary>
    public static int Basic(GraphBuilder graph, int input, ShuffleNetV2Form form, string name)
    {
        int channels = graph.ShapeOf(input).Channels;
        int pass = graph.Every(input, step: 2, first: 0), work = graph.Every(input, step: 2, first: 1);
        int main = Main(graph, work, channels, channels / 2, 1, form, name, shortcut: form.Residual ? work : null);
        return graph.Concatenation(pass, main);
    }

    /// <summary>Both branches read the whole input (Fig. 3d). The projection keeps the input's channels, the main branch makes the others.</summary>
    /// <param name="channels">Channels of the result.</param>
    public static int Down(GraphBuilder graph, int input, int channels, int stride, ShuffleNetV2Form form, string name)
    {
        int inputChannels = graph.ShapeOf(input).Channels;
        int projection = graph.DepthwiseConvolution(input, $"{name}.branch_proj.0", stride: stride);
        projection = graph.ReLU(graph.Convolution(projection, inputChannels, $"{name}.branch_proj.2"));
        int main = Main(graph, input, channels, channels - inputChannels, stride, form, name, shortcut: null);
        return graph.Concatenation(projection, main);
    }

    private static int Main(
        GraphBuilder graph, int input, int unitChannels, int outputChannels, int stride, ShuffleNetV2Form form, string name, int? shortcut)
    {
        int x = input;
        if (form.EnlargedReceptiveField)
            x = graph.DepthwiseConvolution(x, $"{name}.branch_main.first");
        x = graph.ReLU(graph.Convolution(x, unitChannels / 2, $"{name}.branch_main.0"));
        x = graph.DepthwiseConvolution(x, $"{name}.branch_main.3", stride: stride);
        x = graph.Convolution(x, outputChannels, $"{name}.branch_main.5");
        if (!form.Residual)
            x = graph.ReLU(x);
        if (form.SqueezeHidden is { } hidden)
            x = SqueezeExcitation.Add(graph, x, hidden(unitChannels, outputChannels), $"{name}.se");
        if (shortcut is { } added)
            x = graph.Sum(x, added);
        return form.Residual ? graph.ReLU(x) : x;
    }
}

/// <summary>A variant of ShuffleNet v2's unit. The default is the plain one (Fig. 3c and d).</summary>
internal sealed record ShuffleNetV2Form
{
    /// <summary>Whether a basic unit adds its work branch's input to the branch's result (Appendix Fig. 2a).</summary>
    public bool Residual { get; init; }

    /// <summary>
    /// Hidden width of squeeze-and-excitation at the end of the work branch (Appendix Fig. 2b and c) from the unit's width
    /// and the branch's; null for none.
    /// </summary>
    public Func<int, int, int>? SqueezeHidden { get; init; }

    /// <summary>Whether one more depthwise convolution stands before the first pointwise one (v2*, Section 4).</summary>
    public bool EnlargedReceptiveField { get; init; }
}

/// <summary>
/// ShuffleNet v2's unit in torchvision's layout, with its module names: a basic unit splits into first and second half, and
/// every unit ends with a shuffle of its two branches, which are of equal width.
/// </summary>
internal static class ShuffleNetV2TorchvisionUnit
{
    /// <summary>Stride 1; as many channels out as in.</summary>
    public static int Basic(GraphBuilder graph, int input, string name)
    {
        int half = graph.ShapeOf(input).Channels / 2;
        int pass = graph.Slice(input, 0, half), work = graph.Slice(input, half, half);
        return graph.Shuffle(graph.Concatenation(pass, Main(graph, work, half, 1, name)), groups: 2);
    }

    /// <summary>Both branches read the whole input.</summary>
    /// <param name="channels">Channels of the result.</param>
    public static int Down(GraphBuilder graph, int input, int channels, int stride, string name)
    {
        int projection = graph.DepthwiseConvolution(input, $"{name}.branch1.0", stride: stride);
        projection = graph.ReLU(graph.Convolution(projection, channels / 2, $"{name}.branch1.2"));
        return graph.Shuffle(graph.Concatenation(projection, Main(graph, input, channels / 2, stride, name)), groups: 2);
    }

    private static int Main(GraphBuilder graph, int input, int channels, int stride, string name)
    {
        int x = graph.ReLU(graph.Convolution(input, channels, $"{name}.branch2.0"));
        x = graph.DepthwiseConvolution(x, $"{name}.branch2.3", stride: stride);
        return graph.ReLU(graph.Convolution(x, channels, $"{name}.branch2.5"));
    }
}
