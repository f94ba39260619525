using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>Values of N x H x W x C, TensorFlow's order.</summary>
internal static class ChannelsLast
{
    /// <summary>Whether a value is its origin in that order.</summary>
    public static bool Is(MapValue value)
    {
        MapShape map = value.Origin.Shape;
        if (value.Shape.Length != 4 || !value.Shape.AsSpan()[1..].SequenceEqual([map.Height, map.Width, map.Channels]))
            return false;
        if (value.Numbers is not { } numbers)
            return map.Pixels == 1;
        for (int i = 0; i < numbers.Length; i++)
        {
            (int pixel, int channel) = Math.DivRem(i, map.Channels);
            (int image, pixel) = Math.DivRem(pixel, map.Pixels);
            if (numbers[i] != (image * map.Channels + channel) * map.Pixels + pixel)
                return false;
        }

        return true;
    }

    /// <summary>A map of N x C x H x W in that order.</summary>
    public static MapValue Of(MapValue map, int images, WorkBudget work)
    {
        int[] strides = Shapes.Strides(map.Shape);
        work.Spend(Shapes.Elements(map.Shape, work.Left));
        int[] numbers = Shapes.Walk([map.Shape[0], map.Shape[2], map.Shape[3], map.Shape[1]], [strides[0], strides[2], strides[3], strides[1]], 0, int.MaxValue);
        return map.Moved(new Movement([images, map.Shape[2], map.Shape[3], map.Shape[1]], numbers), images, int.MaxValue);
    }
}
