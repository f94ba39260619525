using GuidelineBench.Core.Layers;

namespace GuidelineBench.Onnx.Writing;

/// <summary>Brings padding into the form that ONNX and its engines take: none of it negative, none of a pooling's as large as its window.</summary>
internal readonly struct WindowPadding(NodeSink sink, string name)
{
    /// <param name="value">The input's name.</param>
    /// <param name="outside">What stands outside the map; null where it is left out of the result, as by a mean over the pixels of the map.</param>
    /// <returns>The value that the window moves over, and the padding that is left for it.</returns>
    public (string Value, Padding Padding) Of(string value, MapShape input, Window window, float? outside)
    {
        Padding padding = window.Padding;
        if (padding is { Top: >= 0, Left: >= 0, Bottom: >= 0, Right: >= 0 })
            return (value, padding);
        (int top, int left, int bottom, int right) = (Math.Max(0, -padding.Top), Math.Max(0, -padding.Left), Math.Max(0, -padding.Bottom), Math.Max(0, -padding.Right));
        var cropped = new MapShape(input.Channels, input.Height - top - bottom, input.Width - left - right);
        string starts = sink.AddIntegers(name + "_crop_starts", [top, left]);
        string ends = sink.AddIntegers(name + "_crop_ends", [input.Height - bottom, input.Width - right]);
        string axes = sink.AddIntegers(name + "_crop_axes", [2, 3]);
        value = sink.Add("Slice", name + "_crop", [value, starts, ends, axes], cropped);

        MapShape output = window.OutputShape(input);
        var rest = new Padding(
            Math.Max(0, padding.Top), Math.Max(0, padding.Left),
            Read(padding.Bottom, output.Height, cropped.Height + Math.Max(0, padding.Top)),
            Read(padding.Right, output.Width, cropped.Width + Math.Max(0, padding.Left)));
        int largest = Math.Max(Math.Max(rest.Top, rest.Left), Math.Max(rest.Bottom, rest.Right));
        return largest < window.KernelSize || outside is not { } constant ? (value, rest) : (Padded(value, cropped, rest, constant), Padding.None);

        // Beyond the last position of the window nothing is read.
        int Read(int padding, int positions, int size) =>
            Math.Clamp((positions - 1) * window.Stride + window.KernelSize - size, 0, Math.Max(0, padding));
    }

    private string Padded(string value, MapShape map, Padding padding, float constant)
    {
        string pads = sink.AddIntegers(name + "_pads", [0, 0, padding.Top, padding.Left, 0, 0, padding.Bottom, padding.Right]);
        string outside = sink.AddFloats(name + "_outside", [constant], []);
        var padded = new MapShape(map.Channels, map.Height + padding.Top + padding.Bottom, map.Width + padding.Left + padding.Right);
        return sink.Add("Pad", name + "_pad", [value, pads, outside], padded);
    }
}
