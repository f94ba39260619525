using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>Rows and columns that are put around a map or cut off: they become part of the window that reads it.</summary>
internal static class PaddingOperators
{
    public static MapValue Pad(NodeContext context)
    {
        MapValue value = context.Map(0);
        if (context.Node.Text("mode", "constant") is not "constant")
            throw new RefusalException("it pads with pixels of the map");
        long[] given = (context.Node.Opset < 11 ? context.Node.Ints("pads") : context.Constant(1, "pads").ToIntegers()) ?? throw new RefusalException("it has no pads");
        int rank = value.Shape.Length;
        int[] axes = context.Node.HasInput(3)
            ? [.. context.Constant(3, "axes").ToIntegers().Select(axis => Shapes.Axis(axis, rank))]
            : [.. Enumerable.Range(0, rank)];
        if (given.Length != 2 * axes.Length || axes.Distinct().Count() != axes.Length || given.Any(pad => pad is < -WindowShape.LargestSide or > WindowShape.LargestSide))
            throw Refusal.Of($"its pads are {given.Length} numbers for {axes.Length} axes");
        int[] before = new int[rank], after = new int[rank];
        for (int i = 0; i < axes.Length; i++)
            (before[axes[i]], after[axes[i]]) = ((int)given[i], (int)given[i + axes.Length]);
        if (before.Concat(after).All(pad => pad == 0))
            return value;
        float outside = context.Node.Opset < 11 ? context.Node.Float("value", 0)
            : context.Node.HasInput(2) ? context.Constant(2, "value") is { Count: 1 } number ? number.ToFloats()[0] : throw new RefusalException("its value is not one number") : 0;
        bool isLast = ChannelsLast.Is(value);
        if (rank != 4 || (value.Numbers is not null && !isLast) || before[0] != 0 || after[0] != 0 || before[isLast ? 3 : 1] != 0 || after[isLast ? 3 : 1] != 0)
            throw new RefusalException("it pads something else than rows and columns");
        if (isLast)
            throw new RefusalException("it pads a map whose channels are last");
        return Around(value, new Padding(before[2], before[3], after[2], after[3]), outside);
    }

    /// <returns>Null where the slice is none of rows and columns alone.</returns>
    public static MapValue? Crop(NodeContext context, MapValue value)
    {
        if (value.Numbers is not null || value.Shape.Length != 4)
            return null;
        ImmutableArray<SliceRange> ranges = [.. SliceRange.Of(context.Node, value.Shape, context.Constant).Where(range => !range.IsAll(value.Shape))];
        if (ranges.IsEmpty || ranges.Any(range => range.Axis < 2 || range.Step != 1 || range.Count == 0))
            return null;
        var cut = new int[4];
        foreach (SliceRange range in ranges)
            (cut[range.Axis - 2], cut[range.Axis]) = (-(int)range.First, -(int)(value.Shape[range.Axis] - range.First - range.Count));
        return Around(value, new Padding(cut[0], cut[1], cut[2], cut[3]), value.Outside);
    }

    private static MapValue Around(MapValue value, Padding pads, float outside)
    {
        if (value.IsBehindEnd)
            value.RequirePlain();
        Padding own = value.Pads;
        bool isMixed = (own.Top < 0 && pads.Top > 0) || (own.Left < 0 && pads.Left > 0) || (own.Bottom < 0 && pads.Bottom > 0) || (own.Right < 0 && pads.Right > 0);
        bool wasPadded = own.Top > 0 || own.Left > 0 || own.Bottom > 0 || own.Right > 0, isPadded = pads.Top > 0 || pads.Left > 0 || pads.Bottom > 0 || pads.Right > 0;
        if (isMixed || (wasPadded && isPadded && value.Outside != outside))
            throw new RefusalException("it pads a map that was cut or padded otherwise before");
        var all = new Padding(own.Top + pads.Top, own.Left + pads.Left, own.Bottom + pads.Bottom, own.Right + pads.Right);
        long height = value.Shape[2] + pads.Top + pads.Bottom, width = value.Shape[3] + pads.Left + pads.Right;
        if (height is < 1 or > WindowShape.LargestSide || width is < 1 or > WindowShape.LargestSide)
            throw Refusal.Of($"it makes a map of {height}x{width}");
        return value with { Pads = all, Outside = isPadded ? outside : value.Outside, Shape = [value.Shape[0], value.Shape[1], height, width] };
    }
}
