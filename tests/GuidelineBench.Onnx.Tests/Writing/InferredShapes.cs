using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>
/// Shapes of values as ONNX's operators define them, from the input, the constants and the attributes alone. What an operator
/// does not take fails.
/// </summary>
internal sealed class InferredShapes
{
    private readonly Dictionary<string, int[]> shapes = [];
    private readonly WrittenModel written;

    private InferredShapes(WrittenModel written)
    {
        this.written = written;
        foreach (TensorProto constant in written.Graph.Initializer)
            shapes.Add(constant.Name, [.. constant.Dims.Select(dimension => (int)dimension)]);
        foreach (ValueInfoProto input in written.Graph.Input)
            shapes.Add(input.Name, written.Shape(input.Name));
        foreach (NodeProto node in written.Graph.Node)
            foreach ((string output, int[] shape) in node.Output.Zip(Outputs(node), (output, shape) => (output, shape)))
                shapes.Add(output, shape);
    }

    /// <returns>By the value's name.</returns>
    public static IReadOnlyDictionary<string, int[]> Of(WrittenModel written) => new InferredShapes(written).shapes;

    private IEnumerable<int[]> Outputs(NodeProto node)
    {
        int[][] inputs = [.. node.Input.Select(input => shapes[input])];
        int[] map = inputs[0];
        if (node.OpType == "Split")
        {
            long[] sizes = written.Integers(node.Input[1]);
            Assert.Equal(map[node.Int("axis")], sizes.Sum());
            Assert.Equal(node.Output.Count, sizes.Length);
            return sizes.Select(size => With(map, (int)node.Int("axis"), (int)size));
        }

        Assert.Single(node.Output);
        return [Output(node, inputs, map)];
    }

    private int[] Output(NodeProto node, int[][] inputs, int[] map)
    {
        switch (node.OpType)
        {
            case "Relu" or "Sigmoid" or "HardSigmoid" or "LRN":
                Assert.Single(inputs);
                return map;
            case "Clip":
                Assert.Equal([0, 0], inputs.Skip(1).Select(bound => bound.Length));
                return map;
            case "BatchNormalization":
                Assert.Equal(5, inputs.Length);
                Assert.All(inputs[1..], vector => Assert.Equal([map[1]], vector));
                return map;
            case "Add" or "Sum":
                Assert.All(inputs, input => Assert.Equal(map, input));
                return map;
            case "Mul":
                if (!inputs[1].SequenceEqual(map))
                    Assert.Equal([map[0], map[1], 1, 1], inputs[1]);
                return map;
            case "Conv":
                Assert.Equal(4, map.Length);
                Assert.Equal(map[1] / (int)node.Int("group"), inputs[1][1]);
                Assert.Equal(0, inputs[1][0] % node.Int("group"));
                Assert.Equal(node.Ints("kernel_shape"), inputs[1][2..].Select(side => (long)side));
                Assert.All(inputs[2..], bias => Assert.Equal([inputs[1][0]], bias));
                return [map[0], inputs[1][0], .. Positions(node, map)];
            case "MaxPool" or "AveragePool":
                return [map[0], map[1], .. Positions(node, map)];
            case "GlobalAveragePool":
                Assert.Equal(4, map.Length);
                return [map[0], map[1], 1, 1];
            case "Flatten":
                Assert.Equal(1, node.Int("axis"));
                return [map[0], map[1..].Aggregate(1, (product, side) => product * side)];
            case "Gemm":
                Assert.Equal(2, map.Length);
                Assert.Equal((0, 1), (node.Int("transA"), node.Int("transB")));
                Assert.Equal(map[1], inputs[1][1]);
                Assert.All(inputs[2..], bias => Assert.Equal([inputs[1][0]], bias));
                return [map[0], inputs[1][0]];
            case "Concat":
                Assert.Equal(1, node.Int("axis"));
                Assert.All(inputs, input => Assert.Equal(With(map, 1, 0), With(input, 1, 0)));
                return With(map, 1, inputs.Sum(input => input[1]));
            case "Gather":
                return With(map, (int)node.Int("axis"), written.Integers(node.Input[1]).Length);
            case "Slice":
                return Sliced(node, map);
            case "Pad":
                Assert.Empty(inputs[2]);
                long[] pads = written.Integers(node.Input[1]);
                Assert.Equal(2 * map.Length, pads.Length);
                return [map[0], .. map.Select((side, axis) => side + (int)(pads[axis] + pads[axis + map.Length])).Skip(1)];
            case "Reshape":
                int[] shape = [.. written.Integers(node.Input[1]).Select((side, axis) => side == 0 ? map[axis] : (int)side)];
                Assert.Equal(map[0], shape[0]);
                Assert.Equal(Product(map), Product(shape));
                return shape;
            case "Transpose":
                return [.. node.Ints("perm").Select(axis => map[axis])];
            default:
                throw new NotSupportedException(node.OpType);
        }
    }

    private static IEnumerable<int> Positions(NodeProto node, int[] map)
    {
        (long[] kernel, long[] strides, long[] pads) = (node.Ints("kernel_shape"), node.Ints("strides"), node.Ints("pads"));
        Assert.All(pads, pad => Assert.True(pad >= 0));
        for (int axis = 0; axis < 2; axis++)
        {
            int room = map[2 + axis] + (int)(pads[axis] + pads[axis + 2] - kernel[axis]);
            Assert.True(room >= 0);
            yield return room / (int)strides[axis] + 1;
        }
    }

    private int[] Sliced(NodeProto node, int[] map)
    {
        (long[] starts, long[] ends, long[] axes) = (written.Integers(node.Input[1]), written.Integers(node.Input[2]), written.Integers(node.Input[3]));
        long[] steps = node.Input.Count > 4 ? written.Integers(node.Input[4]) : [.. axes.Select(_ => 1L)];
        for (int i = 0; i < axes.Length; i++)
        {
            Assert.InRange(starts[i], 0, map[axes[i]]);
            Assert.InRange(ends[i], starts[i], map[axes[i]]);
            map = With(map, (int)axes[i], (int)((ends[i] - starts[i] + steps[i] - 1) / steps[i]));
        }

        return map;
    }

    private static int[] With(int[] shape, int axis, int size) => [.. shape[..axis], size, .. shape[(axis + 1)..]];

    /// <summary>Without the images.</summary>
    private static int Product(int[] shape) => shape.Skip(1).Aggregate(1, (product, side) => product * side);
}
