using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>Operators on several maps.</summary>
internal static class JoinOperators
{
    /// <summary>Add, Sub, Mul, Div: of two maps, or of a map and a constant.</summary>
    public static MapValue Arithmetic(NodeContext context)
    {
        if (context.Inputs.Length != 2)
            throw Refusal.Of($"it has {context.Inputs.Length} inputs");
        if (context.Node.Opset < 7 && context.Node.Int("broadcast", 0) != 0)
            throw new RefusalException("it repeats its second input as before version 7");
        if (context.Constant(0) is not null || context.Constant(1) is not null)
            return ChannelOperators.Arithmetic(context);
        return context.Node.Type switch
        {
            "Add" => Sum(context),
            "Mul" => Product(context, context.Map(0), context.Map(1)),
            _ => throw new RefusalException("a difference or quotient of two maps is not among the layers"),
        };
    }

    public static MapValue Sum(NodeContext context)
    {
        ImmutableArray<MapValue> operands = [.. Enumerable.Range(0, context.Inputs.Length).Select(context.Map)];
        MapValue first = operands[0];
        foreach (MapValue operand in operands)
        {
            operand.RequirePlain();
            if (!operand.Shape.SequenceEqual(first.Shape) || operand.Origin.Shape != first.Origin.Shape || !AreSame(operand.Numbers, first.Numbers))
                throw Refusal.Of($"it adds {Shapes.Text(first.Shape)} and {Shapes.Text(operand.Shape)}, maps of one shape and order are added");
        }

        return operands.Length == 1 ? first : first.With(context.Sketch, context.Sketch.Add(new Sum(), [.. operands.Select(operand => operand.Origin.Emit())]));
    }

    public static MapValue Concatenation(NodeContext context)
    {
        ImmutableArray<MapValue> parts = [.. Enumerable.Range(0, context.Inputs.Length).Select(context.Map)];
        MapValue first = parts[0];
        if (parts.Length == 1)
            return first;
        int axis = Shapes.Axis(context.Node.Int("axis", 1), first.Shape.Length);
        bool isFlat = first.Shape.Length == 2;
        bool areLast = axis == 3 && parts.All(ChannelsLast.Is);
        if (!areLast && axis != 1)
            throw Refusal.Of($"it puts maps together along axis {axis}, not their channels");
        foreach (MapValue part in parts)
        {
            part.RequirePlain();
            if (isFlat && (part.Shape.Length != 2 || part.Numbers is not null || part.Origin.Shape.Pixels != 1))
                throw new RefusalException("it puts flattened maps together");
            if (!isFlat && !areLast)
                part.Map();
        }

        int[] layers = [.. parts.Select(part => part.Origin.Emit())];
        int joined = AffineChannels(context.Sketch, layers) ?? context.Sketch.Add(new Concatenation(), layers);
        MapValue whole = context.Whole(joined);
        return areLast ? ChannelsLast.Of(whole, context.Images, context.Work)
            : isFlat ? whole with { Shape = [first.Shape[0], whole.Shape[1]] }
            : whole;
    }

    /// <summary>Channels of one map that are scaled one by one and put together again, as colours are prepared: a scale and shift of the map.</summary>
    private static int? AffineChannels(NetworkSketch sketch, int[] layers)
    {
        var channels = ImmutableArray.CreateBuilder<int>();
        List<double> scale = [], shift = [];
        int? source = null;
        foreach (int layer in layers)
        {
            int next = layer;
            double[] scales = [.. Enumerable.Repeat(1.0, sketch[layer].Output.Channels)], shifts = new double[scales.Length];
            while (sketch[next] is { MayFold: true, Affine: { } affine } step)
            {
                for (int i = 0; i < scales.Length; i++)
                    (shifts[i], scales[i]) = (shifts[i] + scales[i] * affine.Shift[i], scales[i] * affine.Scale[i]);
                next = step.Inputs[0];
            }

            if (next == layer || sketch[next].Layer is not ChannelSelection selection || (source ??= sketch[next].Inputs[0]) != sketch[next].Inputs[0])
                return null;
            channels.AddRange(selection.Channels);
            scale.AddRange(scales);
            shift.AddRange(shifts);
        }

        return sketch.AddAffine(new Origin(sketch, source!.Value).Choose(channels.ToImmutable()).Emit(), [.. scale], [.. shift]);
    }

    private static MapValue Product(NodeContext context, MapValue first, MapValue second)
    {
        first.RequirePlain();
        second.RequirePlain();
        bool isSame = first.Shape.SequenceEqual(second.Shape) && AreSame(first.Numbers, second.Numbers);
        if (isSame && (ActivationOperators.Swish(context, first, second) ?? ActivationOperators.Swish(context, second, first)) is { } swish)
            return swish;
        if (IsGate(context, first, second))
            return first.With(context.Sketch, context.Sketch.Add(new ChannelScaling(), first.Origin.Emit(), second.Origin.Emit()));
        if (IsGate(context, second, first))
            return second.With(context.Sketch, context.Sketch.Add(new ChannelScaling(), second.Origin.Emit(), first.Origin.Emit()));
        throw new RefusalException("a product of two maps is not among the layers") { Output = isSame ? first.Origin.Shape : null };
    }

    /// <summary>Whether one value, repeated to the shape of the other, is a number of its own for each image and channel.</summary>
    private static bool IsGate(NodeContext context, MapValue map, MapValue gate)
    {
        if (gate.Origin.Shape.Pixels != 1 || gate.Origin.Shape.Channels != map.Origin.Shape.Channels || gate.Shape.Length > map.Shape.Length)
            return false;
        for (int axis = 1; axis <= gate.Shape.Length; axis++)
            if (gate.Shape[^axis] != 1 && gate.Shape[^axis] != map.Shape[^axis])
                return false;
        int elements = Shapes.Elements(map.Shape, context.Work.Left), channels = map.Origin.Shape.Channels;
        context.Work.Spend(elements);
        int[] places = Shapes.Repeated(gate.Shape, map.Shape, elements);
        for (int i = 0; i < elements; i++)
        {
            int number = map.Numbers?[i] ?? i;
            int place = gate.Numbers?[places[i]] ?? places[i];
            if (place != (int)(number / map.Origin.Shape.Elements) * channels + map.Channel(number))
                return false;
        }

        return true;
    }

    private static bool AreSame(int[]? first, int[]? second) => first == second || (first is not null && second is not null && first.AsSpan().SequenceEqual(second));
}
