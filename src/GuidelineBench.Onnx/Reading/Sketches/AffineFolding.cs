using GuidelineBench.Core.Layers;

namespace GuidelineBench.Onnx.Reading.Sketches;

/// <summary>A scale and a shift of each channel as part of the layer that makes the channels, computed in double and rounded once.</summary>
internal static class AffineFolding
{
    /// <param name="before">Read by <paramref name="behind"/> alone.</param>
    /// <param name="behind">A scale and shift.</param>
    /// <returns>False for a layer that has no weights.</returns>
    public static bool TryFold(LayerSketch before, LayerSketch behind)
    {
        (double[] scale, double[] shift) = behind.Affine!.Value;
        if (before.Affine is { } own)
        {
            if (before.MayFold)
                before.Affine = ([.. own.Scale.Zip(scale, (first, second) => first * second)], [.. own.Shift.Select((first, channel) => first * scale[channel] + shift[channel])]);
            return before.MayFold;
        }

        if (before.Layer is not (Convolution or FullyConnected))
            return false;
        var layer = (WeightedLayer)before.Layer;
        BiasSource source = !behind.IsShift ? BiasSource.BatchNorm : layer.BiasSource == BiasSource.None ? BiasSource.Bias : layer.BiasSource;
        before.Layer = layer is Convolution convolution
            ? new Convolution(convolution.InputChannels, convolution.OutputChannels, convolution.Window, convolution.Groups, source)
            : new FullyConnected(((FullyConnected)layer).Inputs, layer.OutputChannels, source);
        int fanIn = layer.FanIn;
        if (!behind.IsShift)
            before.Weights = [.. before.Weights.Select((weight, index) => (float)(weight * scale[index / fanIn]))];
        before.Bias = [.. before.Bias.Select((bias, channel) => (float)(bias * scale[channel] + shift[channel]))];
        return true;
    }
}
