using System.Collections.Immutable;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>What a Slice takes of an axis: <see cref="Count"/> places from <see cref="First"/> on, a step from each other.</summary>
internal readonly record struct SliceRange(int Axis, long First, long Count, long Step)
{
    public bool IsAll(ImmutableArray<long> shape) => First == 0 && Step == 1 && Count == shape[Axis];

    /// <exception cref="RefusalException">The node is wrong, or a bound is computed.</exception>
    public static ImmutableArray<SliceRange> Of(NodeReader node, ImmutableArray<long> shape, Func<int, Constant?> inputs)
    {
        bool hasInputs = node.Opset >= 10;
        long[] starts = Numbers("starts", 1)!, ends = Numbers("ends", 2)!;
        long[] axes = Numbers("axes", 3) ?? [.. Enumerable.Range(0, starts.Length)];
        long[] steps = hasInputs ? Numbers("steps", 4) ?? [.. starts.Select(_ => 1)] : [.. starts.Select(_ => 1)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length)
            throw new RefusalException("its starts, ends, axes and steps are not of one length");
        var ranges = ImmutableArray.CreateBuilder<SliceRange>();
        for (int i = 0; i < starts.Length; i++)
        {
            int axis = Shapes.Axis(axes[i], shape.Length);
            if (ranges.Any(range => range.Axis == axis))
                throw Refusal.Of($"axis {axis} is sliced twice");
            ranges.Add(Range(axis, shape[axis], starts[i], ends[i], steps[i]));
        }

        return ranges.ToImmutable();

        long[]? Numbers(string name, int input)
        {
            if (!hasInputs)
                return node.Ints(name) ?? (input < 3 ? throw Refusal.Of($"it has no {name}") : null);
            if (!node.HasInput(input))
                return input < 3 ? throw Refusal.Of($"it has no {name}") : null;
            return (inputs(input) ?? throw Refusal.Of($"its {name} are computed from the image")).ToIntegers();
        }
    }

    private static SliceRange Range(int axis, long side, long start, long end, long step)
    {
        if (step is 0 or > int.MaxValue or < int.MinValue)
            throw Refusal.Of($"its step is {step}");
        // Far beyond either end means that end.
        start = start < 0 ? Math.Max(start, -side - 1) + side : start;
        end = end < 0 ? Math.Max(end, -side - 1) + side : end;
        start = step > 0 ? Math.Clamp(start, 0, side) : Math.Clamp(start, -1, side - 1);
        end = step > 0 ? Math.Clamp(end, 0, side) : Math.Clamp(end, -1, side - 1);
        long count = step > 0 ? (end - start + step - 1) / step : (start - end - step - 1) / -step;
        return new SliceRange(axis, start, Math.Max(count, 0), step);
    }
}
