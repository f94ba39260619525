using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>Means over all pixels of a map.</summary>
internal static class MeanOperators
{
    public static MapValue GlobalAveragePooling(NodeContext context) => context.Layer(new GlobalAveragePooling(), context.Map(0).Map().Emit());

    public static MapValue ReduceMean(NodeContext context)
    {
        MapValue value = context.Map(0);
        value.RequirePlain();
        int rank = value.Shape.Length;
        long[] given = (context.Node.Opset < 18 ? context.Node.Ints("axes") : context.Constant(1)?.ToIntegers()) ?? throw new RefusalException("it takes the mean of everything");
        int[] axes = [.. given.Select(axis => Shapes.Axis(axis, rank)).Order()];
        bool isMap = value.Numbers is null && rank > 2 && value.Shape[0] == context.Images && value.Shape[1] == value.Origin.Shape.Channels
            && axes.SequenceEqual(Enumerable.Range(2, rank - 2));
        if (!isMap && !(axes.AsSpan().SequenceEqual([1, 2]) && ChannelsLast.Is(value)))
            throw Refusal.Of($"it takes the mean over axes {Shapes.Text([.. given])}, not over the pixels");
        MapValue mean = context.Layer(new GlobalAveragePooling(), value.Origin.Emit());
        bool keeps = context.Node.Int("keepdims", 1) != 0;
        return mean with { Shape = [.. value.Shape.Select((side, axis) => axes.Contains(axis) ? 1 : side).Where((_, axis) => keeps || !axes.Contains(axis))] };
    }
}
