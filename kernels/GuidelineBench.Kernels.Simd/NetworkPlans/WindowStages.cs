using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Windows;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>Compiles depthwise convolutions and poolings, and the layouts that larger convolutions read.</summary>
internal sealed unsafe class WindowStages(Graph graph, NetworkMemory memory, PlanOptions options)
{
    private readonly Dictionary<float, (nint Row, long Floats)> paddings = [];

    private nint copies;
    private long copyFloats;

    public INetworkStage Depthwise(
        Convolution convolution, LayerParameters unpacked, MapPlace input, MapPlace output, MapShape from, MapShape to, Clamp clamp)
    {
        int taps = convolution.KernelSize * convolution.KernelSize;
        float* packed = (float*)memory.Parameters(sizeof(float) * (long)(1 + taps) * convolution.OutputChannels);
        for (int channel = 0; channel < convolution.OutputChannels; channel++)
        {
            float* ofChannel = packed + channel * (1 + taps);
            ofChannel[0] = unpacked.Bias[channel];
            unpacked.Weights.AsSpan(channel * taps, taps).CopyTo(new Span<float>(ofChannel + 1, taps));
        }

        return Stage(WindowOperation.Depthwise, convolution.Window, input, output, from, to, clamp, (nint)packed, padding: 0);
    }

    public INetworkStage Maximum(Window window, MapPlace input, MapPlace output, MapShape from, MapShape to, Clamp clamp) =>
        Stage(WindowOperation.Maximum, window, input, output, from, to, clamp, 0, padding: float.NegativeInfinity);

    public INetworkStage Mean(AveragePooling pooling, MapPlace input, MapPlace output, MapShape from, MapShape to, Clamp clamp)
    {
        Window window = pooling.Window;
        float* factors = memory.Buffer((long)output.Layout.Tiles * output.Layout.TilePixels);
        for (int y = 0; y < to.Height; y++)
        {
            for (int x = 0; x < to.Width; x++)
                factors[y * to.Width + x] = 1f / (pooling.CountsPadding
                    ? window.KernelSize * window.KernelSize
                    : Inside(y, window.Padding.Top, from.Height) * Inside(x, window.Padding.Left, from.Width));
        }

        return Stage(WindowOperation.Mean, window, input, output, from, to, clamp, (nint)factors, padding: 0);

        int Inside(int position, int paddingBefore, int size)
        {
            int first = position * window.Stride - paddingBefore;
            return Math.Min(first + window.KernelSize, size) - Math.Max(first, 0);
        }
    }

    /// <summary>The copies of a map that a convolution larger than 1x1, or with a stride, reads.</summary>
    /// <returns>The stage that makes them, and the first float of the first image's copies.</returns>
    public (INetworkStage Stage, nint Copies) Shift(ShiftLayout layout, MapPlace input)
    {
        long floats = options.Batch * layout.ImageFloats(input.Channels);
        if (floats > copyFloats)
        {
            // One buffer for all layers: each fills it before it reads it. Smaller ones stay with earlier layers.
            copies = (nint)memory.Buffer(floats);
            copyFloats = floats;
        }

        var rows = new RowTable(RowOffsets(input), Padding(0, input));
        return (new ShiftStage(layout, input, rows, copies, memory, Scratch(layout.InputRows.Count()), options.Batch), copies);
    }

    private WindowStage Stage(
        WindowOperation operation, Window window, MapPlace input, MapPlace output, MapShape from, MapShape to, Clamp clamp, nint parameters, float padding)
    {
        if (window.Stride > 2 || window.KernelSize > 7)
            throw new PlanException($"{graph.Name}: a window {window.Signature} is not supported; up to 7x7 with stride 1 or 2 is.");
        var shape = new WindowShape(
            operation, window.KernelSize, window.Stride, window.Padding.Left, from.Width, to.Width, output.Layout.TileRows, input.Layout.Pitch, clamp);
        var rows = new RowTable(RowOffsets(input), Padding(padding, input));
        return new WindowStage(
            shape, input, output, rows, window.Padding.Top, parameters, memory, Scratch(shape.InputRows), options.Batch);
    }

    private static long[] RowOffsets(MapPlace place) =>
    [
        .. Enumerable.Range(0, place.Layout.Height).Select(row =>
            (long)(place.IsInThreadMemory ? row / place.Layout.TileRows % place.Ring : row / place.Layout.TileRows) * place.TileFloats + row % place.Layout.TileRows * place.Layout.Width),
    ];

    /// <summary>A row of padding wherever a tile of the map has a channel.</summary>
    private nint Padding(float value, MapPlace place)
    {
        long needed = place.TileFloats + place.Layout.Width;
        if (!paddings.TryGetValue(value, out (nint Row, long Floats) padding) || padding.Floats < needed)
        {
            float* row = memory.Buffer(needed);
            new Span<float>(row, checked((int)needed)).Fill(value);
            paddings[value] = padding = ((nint)row, needed);
        }

        return padding.Row;
    }

    /// <summary>Memory of each thread for addresses.</summary>
    private nint[] Scratch(int addresses) =>
        [.. Enumerable.Range(0, options.Threads).Select(_ => memory.Parameters((long)sizeof(nint) * addresses))];
}
