using System.Collections.Immutable;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>What an operator that computes nothing makes of a tensor: a shape, and where each element comes from.</summary>
/// <param name="Numbers">By elements of the input in row order; null: they stay where they are.</param>
internal sealed record Movement(ImmutableArray<long> Shape, int[]? Numbers)
{
    /// <param name="inputs">Of the node behind the first; null for one that is absent.</param>
    /// <param name="most">Elements.</param>
    /// <returns>One for each output; null for an operator that does not move.</returns>
    /// <exception cref="RefusalException">The node is wrong, or an input that it needs is computed.</exception>
    public static ImmutableArray<Movement>? Of(NodeReader node, ImmutableArray<long> shape, Func<int, Constant?> inputs, long most) => node.Type switch
    {
        "Reshape" => [Reshape(node, shape, Given(node, "shape", 5, inputs), most)],
        "Flatten" => [Flatten(shape, node.Int("axis", 1))],
        "Squeeze" => [Squeeze(shape, Optional(node, "axes", 13, inputs))],
        "Unsqueeze" => [Unsqueeze(shape, Given(node, "axes", 13, inputs))],
        "Transpose" => [Transpose(shape, node.Ints("perm"), most)],
        "Slice" => [Slice(node, shape, inputs, most)],
        "Gather" => [Gather(shape, node.Int("axis", 0), inputs(1) ?? throw Computed("indices"), most)],
        "Expand" => [Expand(shape, Given(node, "shape", 8, inputs), most)],
        "Split" => Split(node, shape, inputs, most),
        _ => null,
    };

    /// <summary>A run of places along an axis.</summary>
    public static Movement Run(ImmutableArray<long> shape, int axis, long first, long count, long step, long most)
    {
        int[] strides = Shapes.Strides(shape), steps = [.. strides];
        steps[axis] = (int)(strides[axis] * step);
        ImmutableArray<long> result = shape.SetItem(axis, count);
        return count == 0
            ? new Movement(result, [])
            : new Movement(result, Shapes.Walk(result, steps, (int)(first * strides[axis]), most));
    }

    private static Movement Reshape(NodeReader node, ImmutableArray<long> shape, long[] wanted, long most)
    {
        bool keepsZeros = node.Int("allowzero", 0) != 0;
        long[] sides = [.. wanted.Select((side, axis) => side != 0 || keepsZeros ? side
            : axis < shape.Length ? shape[axis] : throw Refusal.Of($"the shape {Shapes.Text([.. wanted])} copies a side that is not there"))];
        int elements = Shapes.Elements(shape, most);
        int open = Array.IndexOf(sides, -1);
        if (open >= 0)
        {
            ImmutableArray<long> others = [.. sides.Where((_, axis) => axis != open)];
            int known = Shapes.Elements(others, most);
            sides[open] = known > 0 && elements % known == 0 ? elements / known : -1;
        }

        ImmutableArray<long> result = [.. sides];
        return result.All(side => side >= 0) && Shapes.Elements(result, most) == elements
            ? new Movement(result, null)
            : throw Refusal.Of($"{Shapes.Text(shape)} has not the elements of {Shapes.Text([.. wanted])}");
    }

    private static Movement Flatten(ImmutableArray<long> shape, long axis)
    {
        int split = axis == shape.Length ? shape.Length : Shapes.Axis(axis, shape.Length);
        return new Movement([Shapes.Elements(shape[..split]), Shapes.Elements(shape[split..])], null);
    }

    private static Movement Squeeze(ImmutableArray<long> shape, long[]? axes)
    {
        HashSet<int> gone = axes is null
            ? [.. Enumerable.Range(0, shape.Length).Where(axis => shape[axis] == 1)]
            : [.. axes.Select(axis => Shapes.Axis(axis, shape.Length))];
        if (gone.Any(axis => shape[axis] != 1))
            throw Refusal.Of($"{Shapes.Text(shape)} is more than 1 where it is squeezed");
        return new Movement([.. shape.Where((_, axis) => !gone.Contains(axis))], null);
    }

    private static Movement Unsqueeze(ImmutableArray<long> shape, long[] axes)
    {
        int rank = shape.Length + axes.Length;
        HashSet<int> added = [.. axes.Select(axis => Shapes.Axis(axis, rank))];
        if (added.Count != axes.Length)
            throw new RefusalException("an axis is added twice");
        int next = 0;
        return new Movement([.. Enumerable.Range(0, rank).Select(axis => added.Contains(axis) ? 1 : shape[next++])], null);
    }

    private static Movement Transpose(ImmutableArray<long> shape, long[]? permutation, long most)
    {
        int[] axes = permutation is null
            ? [.. Enumerable.Range(0, shape.Length).Reverse()]
            : [.. permutation.Select(axis => Shapes.Axis(axis, shape.Length))];
        if (!axes.Order().SequenceEqual(Enumerable.Range(0, shape.Length)))
            throw Refusal.Of($"perm {Shapes.Text([.. permutation ?? []])} is no order of {shape.Length} axes");
        int[] strides = Shapes.Strides(shape);
        ImmutableArray<long> result = [.. axes.Select(axis => shape[axis])];
        return axes.SequenceEqual(Enumerable.Range(0, shape.Length))
            ? new Movement(shape, null)
            : new Movement(result, Shapes.Walk(result, [.. axes.Select(axis => strides[axis])], 0, most));
    }

    private static Movement Slice(NodeReader node, ImmutableArray<long> shape, Func<int, Constant?> inputs, long most)
    {
        var whole = new Movement(shape, null);
        foreach (SliceRange range in SliceRange.Of(node, shape, inputs))
        {
            Movement cut = Run(whole.Shape, range.Axis, range.First, range.Count, range.Step, most);
            whole = range.IsAll(shape) ? whole : whole.Then(cut);
        }

        return whole;
    }

    private static Movement Gather(ImmutableArray<long> shape, long along, Constant indices, long most)
    {
        int axis = Shapes.Axis(along, shape.Length);
        long[] chosen = [.. indices.ToIntegers().Select(index => index < 0 ? index + shape[axis] : index)];
        if (chosen.Any(index => index < 0 || index >= shape[axis]))
            throw Refusal.Of($"an index is beyond the {shape[axis]} of axis {axis}");
        ImmutableArray<long> result = [.. shape[..axis], .. indices.Shape, .. shape[(axis + 1)..]];
        int elements = Shapes.Elements(result, most), inner = Shapes.Elements(shape[(axis + 1)..], most);
        int[] numbers = new int[elements];
        for (int i = 0; i < elements; i++)
        {
            (int outer, int rest) = Math.DivRem(i, inner * chosen.Length);
            numbers[i] = (int)((outer * shape[axis] + chosen[rest / inner]) * inner) + rest % inner;
        }

        return new Movement(result, numbers);
    }

    private static Movement Expand(ImmutableArray<long> shape, long[] wanted, long most)
    {
        ImmutableArray<long> result = Shapes.Broadcast(shape, [.. wanted]);
        return result.SequenceEqual(shape) ? new Movement(shape, null) : new Movement(result, Shapes.Repeated(shape, result, most));
    }

    private static ImmutableArray<Movement> Split(NodeReader node, ImmutableArray<long> shape, Func<int, Constant?> inputs, long most)
    {
        int axis = Shapes.Axis(node.Int("axis", 0), shape.Length), parts = node.Node.Output.Count;
        long even = (shape[axis] + parts - 1) / parts;
        long[] sizes = Optional(node, "split", 13, inputs) is { Length: > 0 } given
            ? given
            : [.. Enumerable.Range(0, parts).Select(part => Math.Clamp(shape[axis] - part * even, 0, even))];
        if (sizes.Length != parts || sizes.Any(size => size <= 0) || sizes.Aggregate((Int128)0, (all, size) => all + size) != shape[axis])
            throw Refusal.Of($"axis {axis} of {Shapes.Text(shape)} is not split into {parts} parts of {Shapes.Text([.. sizes])}");
        var movements = ImmutableArray.CreateBuilder<Movement>();
        long first = 0;
        foreach (long size in sizes)
        {
            movements.Add(parts == 1 ? new Movement(shape, null) : Run(shape, axis, first, size, 1, most));
            first += size;
        }

        return movements.ToImmutable();
    }

    private Movement Then(Movement next) => new(
        next.Shape, Numbers is null ? next.Numbers : next.Numbers is null ? Numbers : Array.ConvertAll(next.Numbers, number => Numbers[number]));

    private static long[] Given(NodeReader node, string attribute, int inputSince, Func<int, Constant?> inputs) =>
        Optional(node, attribute, inputSince, inputs) ?? throw Refusal.Of($"it has no {attribute}");

    /// <summary>An attribute that became an input.</summary>
    /// <param name="inputSince">Version of the operators.</param>
    private static long[]? Optional(NodeReader node, string attribute, int inputSince, Func<int, Constant?> inputs) =>
        node.Opset < inputSince ? node.Ints(attribute)
        : node.HasInput(1) ? (inputs(1) ?? throw Computed(attribute)).ToIntegers()
        : null;

    private static RefusalException Computed(string what) => Refusal.Of($"its {what} are computed from the image");
}
