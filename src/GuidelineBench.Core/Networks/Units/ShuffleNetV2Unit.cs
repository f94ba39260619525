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
