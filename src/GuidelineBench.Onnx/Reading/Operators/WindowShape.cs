using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>The window of a convolution or pooling as a node says it, over a map that may have pixels around it or cut off already.</summary>
internal sealed class WindowShape
{
    /// <summary>Of padded maps, so that numbers of pixels stay small.</summary>
    public const int LargestSide = 32_768;

    private readonly (int Kernel, int Stride, int Dilation, int Before, int After, int Extra) rows, columns;
    private readonly MapValue value;

    /// <param name="kernel">Rows and columns.</param>
    /// <exception cref="RefusalException">The node's numbers are unusable, or its input is no map.</exception>
    public WindowShape(NodeReader node, MapValue value, long[] kernel)
    {
        if (value.IsBehindEnd)
            value.RequirePlain();
        this.value = value;
        MapShape map = value.Origin.Shape;
        Padding pads = value.Pads;
        (int height, int width) = (map.Height + pads.Top + pads.Bottom, map.Width + pads.Left + pads.Right);
        if (value.Numbers is not null || value.Shape.Length != 4 || !value.Shape.AsSpan()[1..].SequenceEqual([map.Channels, height, width]))
            (value with { Pads = default }).Map();
        if (kernel.Length != 2)
            throw Refusal.Of($"its window has {kernel.Length} dimensions");
        long[] strides = node.Ints("strides") ?? [1, 1], dilations = node.Ints("dilations") ?? [1, 1], around = node.Ints("pads") ?? [0, 0, 0, 0];
        if (strides.Length != 2 || dilations.Length != 2 || around.Length != 4
            || kernel.Concat(strides).Concat(dilations).Any(number => number is < 1 or > LargestSide) || around.Any(number => number is < 0 or > LargestSide))
            throw new RefusalException("its kernel, strides, dilations and pads are not of two dimensions");
        string automatic = node.Text("auto_pad", "NOTSET");
        bool isCeiling = node.Int("ceil_mode", 0) != 0;
        rows = Side(0, height);
        columns = Side(1, width);

        (int, int, int, int, int, int) Side(int axis, int size)
        {
            (int k, int s, int d) = ((int)kernel[axis], (int)strides[axis], (int)dilations[axis]);
            int reach = (k - 1) * d + 1;
            (int before, int after) = ((int)around[axis], (int)around[axis + 2]);
            if (automatic is "SAME_UPPER" or "SAME_LOWER")
            {
                int all = Math.Max(0, ((size + s - 1) / s - 1) * s + reach - size);
                before = automatic == "SAME_UPPER" ? all / 2 : all - all / 2;
                after = all - before;
            }
            else if (automatic == "VALID")
            {
                (before, after) = (0, 0);
            }
            else if (automatic != "NOTSET" && automatic.Length > 0)
            {
                throw new RefusalException("its auto_pad is none that is known");
            }

            int padded = size + before + after;
            if (padded > LargestSide || reach > padded)
                throw Refusal.Of($"its window of {reach} pixels does not fit {padded}");
            int positions = (padded - reach) / s + 1;
            // A last window that begins on the padding is left out.
            if (isCeiling && (padded - reach) % s != 0 && positions * s < size + before)
                positions++;
            return (k, s, d, before, after, Math.Max(0, (positions - 1) * s + reach - padded));
        }
    }

    public MapShape Input => value.Origin.Shape;

    public bool HasPads => rows.Before + rows.After + columns.Before + columns.After > 0;

    /// <summary>Whether rounding up added pixels.</summary>
    public bool HasExtra => rows.Extra + columns.Extra > 0;

    /// <summary>Whether pixels stand around the map that nodes before put there.</summary>
    public bool HasGivenPads => value.Pads is var pads && Math.Max(Math.Max(pads.Top, pads.Left), Math.Max(pads.Bottom, pads.Right)) > 0;

    public bool IsWholeMap => !HasPads && !HasExtra && value.Pads == default && rows.Kernel == Input.Height && columns.Kernel == Input.Width && rows.Dilation == 1 && columns.Dilation == 1;

    /// <summary>Whether every window has a pixel of the map.</summary>
    public bool AlwaysReads => Padding is var pads && Math.Max(pads.Top, pads.Bottom) < rows.Kernel && Math.Max(pads.Left, pads.Right) < columns.Kernel;

    private Padding Padding => new(
        value.Pads.Top + rows.Before, value.Pads.Left + columns.Before, value.Pads.Bottom + rows.After + rows.Extra, value.Pads.Right + columns.After + columns.Extra);

    /// <exception cref="RefusalException">No layer has such a window.</exception>
    public Window Window(int channels)
    {
        if (rows.Kernel != columns.Kernel)
            throw Refused($"a {rows.Kernel}x{columns.Kernel} kernel");
        if (rows.Stride != columns.Stride)
            throw Refused($"strides {rows.Stride} and {columns.Stride}");
        if ((rows.Dilation > 1 || columns.Dilation > 1) && rows.Kernel > 1)
            throw Refused($"dilations {rows.Dilation} and {columns.Dilation}");
        return new Window(rows.Kernel, rows.Stride, Shifted(Padding));

        RefusalException Refused(FormattableString what) => new(FormattableString.Invariant(what) + " is not among the layers")
        {
            Output = new MapShape(channels, Positions(Input.Height, rows, Padding.Top + Padding.Bottom), Positions(Input.Width, columns, Padding.Left + Padding.Right)),
        };
    }

    private static int Positions(int size, (int Kernel, int Stride, int Dilation, int, int, int) side, int pads) =>
        (size + pads - (side.Kernel - 1) * side.Dilation - 1) / side.Stride + 1;

    /// <summary>A map that lost pixels at the top and left alone is one that was shifted, where nothing else is read for it.</summary>
    private Padding Shifted(Padding padding)
    {
        if (padding is not { Top: < 0, Left: < 0 })
            return padding;
        return padding with { Bottom = Side(Input.Height, rows, padding.Top, padding.Bottom), Right = Side(Input.Width, columns, padding.Left, padding.Right) };

        static int Side(int size, (int, int, int, int, int, int) side, int before, int after) =>
            after == 0 && Positions(size, side, 0) == Positions(size, side, before) ? -before : after;
    }
}
