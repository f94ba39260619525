using System.Collections.Immutable;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>Operators on constants: what exporters leave of arithmetic on shapes, and of weights that are put together in the file.</summary>
internal static class ConstantOperators
{
    private static readonly ImmutableDictionary<string, Func<double, double>> Unary = new Dictionary<string, Func<double, double>>
    {
        ["Floor"] = Math.Floor,
        ["Ceil"] = Math.Ceiling,
        ["Neg"] = x => -x,
        ["Sqrt"] = Math.Sqrt,
        ["Reciprocal"] = x => 1 / x,
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, Func<double, double, double>> Binary = new Dictionary<string, Func<double, double, double>>
    {
        ["Add"] = (x, y) => x + y,
        ["Sub"] = (x, y) => x - y,
        ["Mul"] = (x, y) => x * y,
        ["Div"] = (x, y) => x / y,
        ["Min"] = Math.Min,
        ["Max"] = Math.Max,
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, Func<long, long, long>> Whole = new Dictionary<string, Func<long, long, long>>
    {
        ["Add"] = (x, y) => unchecked(x + y),
        ["Sub"] = (x, y) => unchecked(x - y),
        ["Mul"] = (x, y) => unchecked(x * y),
        ["Div"] = (x, y) => y is 0 or -1 ? y == 0 ? throw new RefusalException("it divides by 0") : unchecked(-x) : x / y,
        ["Mod"] = (x, y) => y is 0 or -1 ? y == 0 ? throw new RefusalException("it divides by 0") : 0 : ((x % y) + y) % y,
        ["Min"] = Math.Min,
        ["Max"] = Math.Max,
        ["Equal"] = (x, y) => x == y ? 1 : 0,
    }.ToImmutableDictionary();

    /// <param name="inputs">Null for one that is absent.</param>
    /// <param name="most">Elements of the result.</param>
    /// <returns>One for each output; null for an operator that is not known.</returns>
    /// <exception cref="RefusalException">The node is wrong.</exception>
    public static ImmutableArray<Constant>? Evaluate(NodeReader node, ImmutableArray<Constant?> inputs, Func<TensorProto, Constant> read, long most)
    {
        switch (node.Type)
        {
            case "Constant":
                return [Literal(node, read)];
            case "ConstantOfShape":
                return [Filled([.. At(0).ToIntegers()], node.Find("value")?.T is { } value ? read(value) : Constant.Of([1], [0f]), most)];
            case "Identity" or "Dropout":
                return [At(0)];
            case "Shape":
                return [Constant.List([.. ShapeOf(node, At(0).Shape)])];
            case "Size":
                return [Constant.Of([], [(long)At(0).Count])];
            case "Cast":
                return [Cast(At(0), node.Int("to", 0))];
            case "Concat":
                return [Concatenated(node, [.. inputs.Select((_, index) => At(index))], most)];
            case "Range":
                return [Range(At(0), At(1), At(2), most)];
            case "Where":
                return [Where(At(0), At(1), At(2), most)];
            case "ReduceProd" when At(0).Integers is { } factors && node.Ints("axes") is null or [0] && At(0).Shape.Length == 1 && inputs.Length == 1:
                return [Constant.Of(node.Int("keepdims", 1) != 0 ? [1] : [], [factors.Aggregate(1L, (all, factor) => unchecked(all * factor))])];
            case "DequantizeLinear":
                return [Dequantized(node, At(0), At(1), inputs.Length > 2 ? inputs[2] : null, most)];
        }

        if (Unary.TryGetValue(node.Type, out var function))
            return [At(0).Floats is { } floats
                ? Constant.Of(At(0).Shape, Array.ConvertAll(floats, x => (float)function(x)))
                : Constant.Of(At(0).Shape, Array.ConvertAll(At(0).Integers!, x => node.Type == "Neg" ? unchecked(-x) : x))];
        if (inputs.Length == 2 && (Binary.ContainsKey(node.Type) || Whole.ContainsKey(node.Type)))
            return [Combined(node.Type, At(0), At(1), most)];
        if (inputs.Length == 1 && node.Type is "Min" or "Max")
            return [At(0)];
        return inputs.IsEmpty || Movement.Of(node, At(0).Shape, index => index < inputs.Length ? inputs[index] : null, most) is not { } moved
            ? null
            : [.. moved.Select(part => part.Numbers is null ? At(0).WithShape(part.Shape) : At(0).Moved(part.Shape, part.Numbers))];

        Constant At(int index) => index < inputs.Length && inputs[index] is { } given ? given : throw Refusal.Of($"it has no input {index}");
    }

    /// <summary>What the operator Shape says of a shape: all of it, or from version 15 on a part.</summary>
    public static ImmutableArray<long> ShapeOf(NodeReader node, ImmutableArray<long> shape)
    {
        int rank = shape.Length;
        int start = Bound(node.Int("start", 0)), end = Bound(node.Int("end", rank));
        return start < end ? shape[start..end] : [];

        int Bound(long place) => (int)Math.Clamp(place < 0 ? place + rank : place, 0, rank);
    }

    private static Constant Literal(NodeReader node, Func<TensorProto, Constant> read)
    {
        if (node.Find("value") is { T: { } tensor })
            return read(tensor);
        if (node.Find("value_float") is { } one)
            return Constant.Of([], [one.F]);
        if (node.Find("value_floats") is { } floats)
            return Constant.Of([floats.Floats.Count], [.. floats.Floats]);
        if (node.Find("value_int") is { } whole)
            return Constant.Of([], [whole.I]);
        return node.Ints("value_ints") is { } list ? Constant.List(list) : throw new RefusalException("its value is no tensor of numbers");
    }

    private static Constant Filled(ImmutableArray<long> shape, Constant value, long most)
    {
        if (value.Count != 1)
            throw Refusal.Of($"it repeats {value.Count} numbers");
        int count = Shapes.Elements(shape, most);
        if (value.Floats is [var number])
        {
            float[] floats = new float[count];
            Array.Fill(floats, number);
            return Constant.Of(shape, floats);
        }

        long[] integers = new long[count];
        Array.Fill(integers, value.Integers![0]);
        return Constant.Of(shape, integers);
    }

    private static Constant Cast(Constant value, long to) => (TensorProto.Types.DataType)to switch
    {
        TensorProto.Types.DataType.Float or TensorProto.Types.DataType.Double => Constant.Of(value.Shape, value.ToFloats()),
        TensorProto.Types.DataType.Float16 => Constant.Of(value.Shape, Array.ConvertAll(value.ToFloats(), x => (float)(Half)x)),
        TensorProto.Types.DataType.Int64 or TensorProto.Types.DataType.Int32 => Constant.Of(value.Shape, value.ToIntegers()),
        TensorProto.Types.DataType.Bool => Constant.Of(value.Shape, Enumerable.Range(0, value.Count).Select(i => value[i] != 0 ? 1L : 0).ToArray()),
        _ => throw Refusal.Of($"it casts to type {to}"),
    };

    private static Constant Concatenated(NodeReader node, ImmutableArray<Constant> parts, long most)
    {
        ImmutableArray<long> first = parts[0].Shape;
        int axis = Shapes.Axis(node.Int("axis", 1), first.Length);
        if (parts.Any(part => part.Shape.Length != first.Length || !part.Shape.SetItem(axis, 0).SequenceEqual(first.SetItem(axis, 0))))
            throw new RefusalException("its inputs are of several shapes");
        bool isWhole = parts.All(part => part.Integers is not null);
        ImmutableArray<long> shape = first.SetItem(axis, parts.Sum(part => part.Shape[axis]));
        int count = Shapes.Elements(shape, most), inner = Shapes.Elements(shape[(axis + 1)..], most);
        float[] floats = isWhole ? [] : new float[count];
        long[] integers = isWhole ? new long[count] : [];
        int written = 0;
        for (int outer = Shapes.Elements(shape[..axis], most), row = 0; row < outer; row++)
            foreach (Constant part in parts)
            {
                int run = (int)part.Shape[axis] * inner;
                for (int i = row * run; i < (row + 1) * run; i++, written++)
                    if (isWhole)
                        integers[written] = part.Integers![i];
                    else
                        floats[written] = (float)part[i];
            }

        return isWhole ? Constant.Of(shape, integers) : Constant.Of(shape, floats);
    }

    private static Constant Range(Constant start, Constant limit, Constant step, long most)
    {
        if (start is not { Integers: [var first] } || limit is not { Integers: [var end] } || step is not { Integers: [var by and not 0] })
            throw new RefusalException("its bounds are not three whole numbers");
        Int128 count = Int128.Max(0, ((Int128)end - first + by + (by > 0 ? -1 : 1)) / by);
        if (count > most)
            throw Refusal.Of($"it makes more than {most} numbers");
        return Constant.List([.. Enumerable.Range(0, (int)count).Select(i => first + i * by)]);
    }

    private static Constant Where(Constant condition, Constant yes, Constant no, long most)
    {
        ImmutableArray<long> shape = Shapes.Broadcast(Shapes.Broadcast(condition.Shape, yes.Shape), no.Shape);
        int[] chosen = Shapes.Repeated(condition.Shape, shape, most), left = Shapes.Repeated(yes.Shape, shape, most), right = Shapes.Repeated(no.Shape, shape, most);
        return yes.Integers is { } one && no.Integers is { } other
            ? Constant.Of(shape, chosen.Select((number, i) => condition[number] != 0 ? one[left[i]] : other[right[i]]).ToArray())
            : Constant.Of(shape, chosen.Select((number, i) => (float)(condition[number] != 0 ? yes[left[i]] : no[right[i]])).ToArray());
    }

    private static Constant Combined(string type, Constant x, Constant y, long most)
    {
        ImmutableArray<long> shape = Shapes.Broadcast(x.Shape, y.Shape);
        int[] left = Shapes.Repeated(x.Shape, shape, most), right = Shapes.Repeated(y.Shape, shape, most);
        if (x.Integers is { } one && y.Integers is { } other && Whole.TryGetValue(type, out var whole))
            return Constant.Of(shape, left.Select((number, i) => whole(one[number], other[right[i]])).ToArray());
        if (!Binary.TryGetValue(type, out var function))
            throw new RefusalException("it takes whole numbers");
        float[] results = new float[left.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = (float)function(x[left[i]], y[right[i]]);
        return Constant.Of(shape, results);
    }

    private static Constant Dequantized(NodeReader node, Constant value, Constant scale, Constant? zero, long most)
    {
        int axis = scale.Count == 1 ? 0 : Shapes.Axis(node.Int("axis", 1), value.Shape.Length);
        if (scale.Count != 1 && (scale.Shape.Length != 1 || scale.Count != value.Shape[axis]))
            throw new RefusalException("its scales are not one, or one for each place of an axis");
        if (zero is not null && zero.Count != scale.Count)
            throw new RefusalException("it has not as many zero points as scales");
        int inner = scale.Count == 1 ? Math.Max(value.Count, 1) : Shapes.Elements(value.Shape[(axis + 1)..], most);
        float[] floats = new float[value.Count];
        for (int i = 0; i < floats.Length; i++)
        {
            int channel = i / inner % scale.Count;
            floats[i] = (float)((value[i] - (zero?[channel] ?? 0)) * scale[channel]);
        }

        return Constant.Of(value.Shape, floats);
    }
}
