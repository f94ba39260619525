namespace GuidelineBench.Core.Networks.Units;

/// <summary>MobileNet v2's unit (Sandler et al. 2018, Table 1): expansion, depthwise convolution, linear projection; module names are torchvision's.</summary>
internal static class InvertedResidual
{
    /// <param name="channels">Channels of the result; the input is added where it has as many and the stride is 1.</param>
    /// <param name="expansion">Hidden channels per input channel; with 1 there is no expanding convolution.</param>
    public static int Add(GraphBuilder graph, int input, int channels, int expansion, int stride, string name)
    {
        int inputChannels = graph.ShapeOf(input).Channels;
        int x = input;
        int module = 0;
        if (expansion != 1)
            x = graph.ReLU6(graph.Convolution(x, inputChannels * expansion, $"{name}.conv.{module++}.0"));
        x = graph.ReLU6(graph.DepthwiseConvolution(x, $"{name}.conv.{module++}.0", stride: stride));
        x = graph.Convolution(x, channels, $"{name}.conv.{module}");
        return stride == 1 && inputChannels == channels ? graph.Sum(x, input) : x;
    }
}
