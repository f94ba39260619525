using System.Collections.Immutable;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>Arithmetic of tensor shapes.</summary>
internal static class Shapes
{
    public static string Text(ImmutableArray<long> shape) => "[" + string.Join(',', shape.Select(side => FormattableString.Invariant($"{side}"))) + "]";

    /// <exception cref="RefusalException">More than <paramref name="most"/>.</exception>
    public static int Elements(ImmutableArray<long> shape, long most = int.MaxValue)
    {
        Int128 elements = 1;
        foreach (long side in shape)
        {
            if (side < 0)
                throw Refusal.Of($"the shape {Text(shape)} has a negative side");
            elements *= side;
            // Sides of zero come behind large ones, too.
            if (elements > (Int128)long.MaxValue)
                throw Refusal.Of($"the shape {Text(shape)} has more than {most} elements");
        }

        return elements <= most && elements <= Array.MaxLength ? (int)elements : throw Refusal.Of($"the shape {Text(shape)} has more than {most} elements");
    }

    /// <returns>How far apart in row order neighbours along each axis are.</returns>
    public static int[] Strides(ImmutableArray<long> shape)
    {
        int[] strides = new int[shape.Length];
        int stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride = (int)Math.Min(int.MaxValue, stride * Math.Max(1, shape[axis]));
        }

        return strides;
    }

    /// <exception cref="RefusalException">There is no such axis.</exception>
    public static int Axis(long axis, int rank) => axis >= -rank && axis < rank
        ? (int)(axis < 0 ? axis + rank : axis)
        : throw Refusal.Of($"axis {axis} of {rank} dimensions does not exist");

    /// <exception cref="RefusalException">The shapes do not go together.</exception>
    public static ImmutableArray<long> Broadcast(ImmutableArray<long> first, ImmutableArray<long> second)
    {
        int rank = Math.Max(first.Length, second.Length);
        var shape = ImmutableArray.CreateBuilder<long>(rank);
        for (int axis = 0; axis < rank; axis++)
        {
            long one = Side(first, axis), other = Side(second, axis);
            if (one != other && one != 1 && other != 1)
                throw Refusal.Of($"shapes {Text(first)} and {Text(second)} do not go together");
            shape.Add(one == 1 ? other : one);
        }

        return shape.MoveToImmutable();

        long Side(ImmutableArray<long> of, int axis) => axis < rank - of.Length ? 1 : of[axis - rank + of.Length];
    }

    /// <returns>Where each element of a tensor that is repeated to a larger shape comes from.</returns>
    public static int[] Repeated(ImmutableArray<long> shape, ImmutableArray<long> to, long most)
    {
        int[] strides = Strides(shape);
        int[] steps = new int[to.Length];
        for (int axis = 0; axis < shape.Length; axis++)
            steps[to.Length - shape.Length + axis] = shape[axis] == 1 ? 0 : strides[axis];
        return Walk(to, steps, 0, most);
    }

    /// <returns>Numbers of elements that lie at steps from each other, in row order of a shape.</returns>
    public static int[] Walk(ImmutableArray<long> shape, int[] steps, int first, long most)
    {
        int[] numbers = new int[Elements(shape, most)];
        int[] place = new int[shape.Length];
        int number = first;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = number;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                number += steps[axis];
                if (++place[axis] < shape[axis])
                    break;
                number -= steps[axis] * place[axis];
                place[axis] = 0;
            }
        }

        return numbers;
    }
}
