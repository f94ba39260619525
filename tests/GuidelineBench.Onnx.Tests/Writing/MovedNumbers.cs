using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>What operators that move values do with one image whose elements are 0, 1, 2, ...; Relu leaves these as they are.</summary>
internal static class MovedNumbers
{
    /// <returns>Elements of the output.</returns>
    public static int[] Of(WrittenModel written)
    {
        int[] input = [1, .. written.Shape(written.Graph.Input[0].Name)[1..]];
        var values = new Dictionary<string, (int[] Shape, int[] Numbers)>
        {
            [written.Graph.Input[0].Name] = (input, [.. Enumerable.Range(0, input.Aggregate((a, b) => a * b))]),
        };
        foreach (NodeProto node in written.Graph.Node)
        {
            (int[] shape, int[] numbers) = values[node.Input[0]];
            switch (node.OpType)
            {
                case "Relu":
                    values[node.Output[0]] = (shape, numbers);
                    break;
                case "Reshape":
                    values[node.Output[0]] = ([.. written.Integers(node.Input[1]).Select((side, axis) => side == 0 ? shape[axis] : (int)side)], numbers);
                    break;
                case "Transpose":
                    values[node.Output[0]] = Transposed(shape, numbers, node.Ints("perm"));
                    break;
                case "Slice":
                    long[][] numbersOfSlice = [.. node.Input.Skip(1).Select(written.Integers)];
                    Assert.Equal([1L], numbersOfSlice[2]);
                    values[node.Output[0]] = Chosen(shape, numbers, Steps(numbersOfSlice[0][0], numbersOfSlice[1][0], numbersOfSlice[3][0]));
                    break;
                case "Gather":
                    values[node.Output[0]] = Chosen(shape, numbers, [.. written.Integers(node.Input[1]).Select(channel => (int)channel)]);
                    break;
                case "Split":
                    int first = 0;
                    foreach ((string output, long size) in node.Output.Zip(written.Integers(node.Input[1])))
                    {
                        values[output] = Chosen(shape, numbers, [.. Enumerable.Range(first, (int)size)]);
                        first += (int)size;
                    }

                    break;
                case "Concat":
                    // One image: channels lie one behind the other.
                    (int[] Shape, int[] Numbers)[] parts = [.. node.Input.Select(part => values[part])];
                    values[node.Output[0]] = ([1, parts.Sum(part => part.Shape[1]), .. shape[2..]], [.. parts.SelectMany(part => part.Numbers)]);
                    break;
                default:
                    throw new NotSupportedException(node.OpType);
            }
        }

        return values[written.Graph.Output[0].Name].Numbers;
    }

    private static int[] Steps(long start, long end, long step) => [.. Enumerable.Range(0, (int)((end - start + step - 1) / step)).Select(i => (int)(start + i * step))];

    private static (int[] Shape, int[] Numbers) Chosen(int[] shape, int[] numbers, int[] channels)
    {
        int pixels = numbers.Length / shape[1];
        return ([1, channels.Length, .. shape[2..]], [.. channels.SelectMany(channel => numbers.AsSpan(channel * pixels, pixels).ToArray())]);
    }

    private static (int[] Shape, int[] Numbers) Transposed(int[] shape, int[] numbers, long[] axes)
    {
        int[] strides = [.. shape.Select((_, axis) => shape[(axis + 1)..].Aggregate(1, (a, b) => a * b))];
        int[] result = [.. axes.Select(axis => shape[axis])];
        int[] moved = new int[numbers.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            int rest = i, source = 0;
            for (int axis = result.Length - 1; axis >= 0; axis--)
            {
                source += rest % result[axis] * strides[axes[axis]];
                rest /= result[axis];
            }

            moved[i] = numbers[source];
        }

        return (result, moved);
    }
}
