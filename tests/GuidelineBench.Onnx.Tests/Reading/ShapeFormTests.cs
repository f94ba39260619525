using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Reading.Files;
using static GuidelineBench.Onnx.Tests.Reading.ModelBuilder;

namespace GuidelineBench.Onnx.Tests.Reading;

/// <summary>Chains of reshapes, transposes and choices of channels, windows, paddings and products, each built node by node.</summary>
public class ShapeFormTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_shuffle_is_known_with_shapes_that_are_computed(long images)
    {
        var model = new ModelBuilder(13, images, 6, 4, 4);
        string Side(int axis) => model.Node("Gather", [model.Node("Shape", ["x"]), model.Constant(7, BitConverter.GetBytes((long)axis))]);
        string One(string side) => model.Node("Unsqueeze", [side, model.Integers(0)]);
        string channels = Side(1), half = model.Node("Div", [channels, model.Constant(7, BitConverter.GetBytes(2L))]);
        string shape = model.Node("Concat", [One(Side(0)), model.Integers(2), One(half), One(Side(2)), One(Side(3))], Int("axis", 0));
        string x = model.Node("Transpose", [model.Node("Reshape", ["x", shape])], Ints("perm", 0, 2, 1, 3, 4));
        model.Node("Reshape", [x, model.Node("Concat", [One(Side(0)), model.Integers(-1), One(Side(2)), One(Side(3))], Int("axis", 0))]);

        Assert.Equal("shuffle[2] 6->6", PlainModel.Layers(model.Read()));
    }

    [Fact]
    public void Every_second_channel_is_known_in_the_form_of_the_authors()
    {
        var model = new ModelBuilder(13, 1, 6, 4, 4);
        string x = model.Node("Reshape", ["x", model.Integers(3, 2, 16)]);
        x = model.Node("Reshape", [model.Node("Transpose", [x], Ints("perm", 1, 0, 2)), model.Integers(2, -1, 3, 4, 4)]);
        string Half(long index) => model.Node("Gather", [x, model.Constant(7, BitConverter.GetBytes(index))], Int("axis", 0));
        model.Node("Concat", [model.Node("Relu", [Half(1)]), Half(0)], Int("axis", 1));

        OnnxNetwork read = model.Read();

        Assert.Equal("every[2,1] 6->3; relu; every[2,0] 6->3; concat", PlainModel.Layers(read));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(18)]
    public void Splits_slices_and_gathers_choose_channels(int opset)
    {
        var model = new ModelBuilder(opset, 1, 6, 4, 4);
        string[] halves = opset switch
        {
            11 => model.Nodes("Split", ["x"], 2, Int("axis", 1), Ints("split", 3, 3)),
            13 => model.Nodes("Split", ["x", model.Integers(3, 3)], 2, Int("axis", -3)),
            _ => model.Nodes("Split", ["x"], 2, Int("axis", 1), Int("num_outputs", 2)),
        };
        string slice = model.Node("Slice", ["x", model.Integers(-6), model.Integers(long.MaxValue), model.Integers(1), model.Integers(2)]);
        string gather = model.Node("Gather", ["x", model.Integers(5, 0, -5)], Int("axis", 1));
        model.Node("Concat", [model.Node("Relu", [halves[0]]), halves[1], slice, gather], Int("axis", 1));

        Assert.Equal("slice[0] 6->3; slice[3] 6->3; every[2,0] 6->3; gather[5,0,1] 6->3; relu; concat", string.Join("; ", PlainModel.Layers(model.Read()).Split("; ").OrderBy(layer => layer is "relu" ? 1 : layer is "concat" ? 2 : 0)));
    }

    [Fact]
    public void What_mixes_rows_and_channels_is_refused()
    {
        var model = new ModelBuilder(13, 1, 4, 6, 6);
        string x = model.Node("Transpose", [model.Node("Reshape", ["x", model.Integers(1, 1, 2, 2, 6, 6)])], Ints("perm", 0, 1, 4, 2, 5, 3));
        model.Conv(model.Node("Reshape", [x, model.Integers(1, 1, 12, 12)]), 1, 2);

        Assert.Contains("mix rows and channels", Assert.Throws<OnnxFileException>(() => model.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_mixes_images_is_refused()
    {
        var model = new ModelBuilder(13, 2, 4, 6, 6);
        model.Conv(model.Node("Reshape", [model.Node("Transpose", ["x"], Ints("perm", 1, 0, 2, 3)), model.Integers(2, 4, 6, 6)]), 4, 2);

        Assert.Throws<OnnxFileException>(() => model.Read());
    }

    [Fact]
    public void Channels_that_come_last_are_brought_to_the_front()
    {
        var model = new ModelBuilder(13, 1, 6, 6, 3);
        string x = model.Conv(model.Node("Transpose", ["x"], Ints("perm", 0, 3, 1, 2)), 3, 4);
        x = model.Node("Mul", [model.Node("Relu", [model.Node("Transpose", [x], Ints("perm", 0, 2, 3, 1))]), model.Floats([1, 2, 3, 4], 4)]);
        x = model.Node("Concat", [x, x], Int("axis", 3));
        x = model.Node("ReduceMean", [x], Ints("axes", 1, 2), Int("keepdims", 0));
        model.Node("Add", [model.Node("MatMul", [x, model.Random(8, 5)]), model.Random(5)]);

        Assert.Equal("conv1x1 3->4 g=1; relu; bn 4; concat; mean; fc 8->5", PlainModel.Layers(model.Read()));
    }

    [Fact]
    public void Weights_of_maps_that_are_flattened_channels_last_are_reordered()
    {
        var model = new ModelBuilder(13, 1, 2, 2, 3);
        float[] weights = Values(12, 5);
        string x = model.Node("Flatten", [model.Node("Transpose", ["x"], Ints("perm", 0, 2, 3, 1))]);
        model.Node("MatMul", [x, model.Floats(weights, 12, 5)]);

        PlainModel.Gives(model.Read(), (output, _, _, image) => Enumerable.Range(0, 12).Sum(i => weights[i * 5 + output] * image(i % 2, i / 6, i / 2 % 3)));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0.5f)]
    public void Gemm_is_a_fully_connected_layer(bool isTransposed, float alpha)
    {
        var model = new ModelBuilder(13, 1, 2, 2, 3);
        float[] weights = Values(12, 5);
        string matrix = isTransposed ? model.Floats([.. Enumerable.Range(0, 60).Select(i => weights[i % 12 * 5 + i / 12])], 5, 12) : model.Floats(weights, 12, 5);
        model.Node("Gemm", [model.Node("Reshape", ["x", model.Integers(1, -1)]), matrix, model.Floats([1, 2, 3, 4, 5], 1, 5)], Int("transB", isTransposed ? 1 : 0), Float("alpha", alpha), Float("beta", 2));

        PlainModel.Gives(model.Read(), (output, _, _, image) => 2 * (output + 1) + alpha * Enumerable.Range(0, 12).Sum(i => weights[i * 5 + output] * image(i / 6, i / 3 % 2, i % 3)));
    }

    [Theory]
    [InlineData("SAME_UPPER", 0, 1)]
    [InlineData("SAME_LOWER", 1, 0)]
    [InlineData("VALID", 0, 0)]
    public void Automatic_padding_is_computed(string kind, int before, int after)
    {
        var model = new ModelBuilder();
        model.Conv("x", 4, 2, 3, Text("auto_pad", kind), Ints("strides", 2, 2));

        Assert.Equal($"conv3x3/2 pad={before},{before},{after},{after} 4->2 g=1", PlainModel.Layers(model.Read()));
    }

    [Theory]
    [InlineData(8, "0,0,1,1")]
    [InlineData(7, "0,0,0,0")]
    public void Rounding_up_is_padding_at_the_end(int size, string padding)
    {
        var model = new ModelBuilder(13, 1, 4, size, size);
        model.Node("MaxPool", ["x"], Ints("kernel_shape", 3, 3), Ints("strides", 2, 2), Int("ceil_mode", 1));

        Assert.Equal($"maxpool3x3/2 pad={padding}", PlainModel.Layers(model.Read()));
    }

    [Fact]
    public void Pads_become_the_windows()
    {
        var model = new ModelBuilder();
        string Padded(string x, float value) => model.Node("Pad", [x, model.Integers(0, 0, 0, 0, 0, 0, 1, 1), model.Scalar(value)]);
        string one = model.Conv(Padded("x", 0), 4, 2, 3, Ints("strides", 2, 2)), two = model.Node("MaxPool", [Padded(one, float.NegativeInfinity)], Ints("kernel_shape", 2, 2));
        string three = model.Node("MaxPool", [Padded(model.Node("Relu", [two]), 0)], Ints("kernel_shape", 2, 2));
        model.Node("AveragePool", [Padded(three, 0)], Ints("kernel_shape", 2, 2));

        Assert.Equal(
            "conv3x3/2 pad=0,0,1,1 4->2 g=1; maxpool2x2/1 pad=0,0,1,1; relu; maxpool2x2/1 pad=0,0,1,1; avgpool2x2/1 pad=0,0,1,1", PlainModel.Layers(model.Read()));
    }

    [Fact]
    public void Zeros_around_a_map_of_any_sign_are_refused_before_a_maximum()
    {
        var model = new ModelBuilder();
        model.Node("MaxPool", [model.Node("Pad", ["x", model.Integers(0, 0, 1, 1, 0, 0, 1, 1)])], Ints("kernel_shape", 3, 3));

        Assert.Contains("takes part in the maximum", Assert.Throws<OnnxFileException>(() => model.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_is_known_behind_reshapes_and_in_either_order()
    {
        foreach (bool isFirst in new[] { true, false })
        {
            var model = new ModelBuilder();
            string gate = model.Node("Gemm", [model.Node("Flatten", [model.Node("GlobalAveragePool", ["x"])]), model.Random(4, 4)], Int("transB", 1));
            gate = model.Node("Reshape", [model.Node("Sigmoid", [gate]), model.Integers(0, 4, 1, 1)]);
            model.Node("Mul", isFirst ? [gate, "x"] : ["x", gate]);

            Assert.Equal("mean; fc 4->4; sigmoid; scale", PlainModel.Layers(model.Read()));
        }
    }

    [Fact]
    public void Means_over_all_pixels_are_one_layer_in_every_form()
    {
        foreach (string form in new[] { "AveragePool", "ReduceMean", "ReduceMean18", "Reshape" })
        {
            var model = new ModelBuilder(form == "ReduceMean18" ? 18 : 13);
            _ = form switch
            {
                "AveragePool" => model.Node("AveragePool", ["x"], Ints("kernel_shape", 6, 6)),
                "ReduceMean" => model.Node("ReduceMean", ["x"], Ints("axes", -1, -2), Int("keepdims", 0)),
                "ReduceMean18" => model.Node("ReduceMean", ["x", model.Integers(2, 3)]),
                _ => model.Node("ReduceMean", [model.Node("Reshape", ["x", model.Integers(0, 4, 36)])], Ints("axes", 2)),
            };

            Assert.Equal("mean", PlainModel.Layers(model.Read()));
        }
    }

    [Fact]
    public void Names_of_modules_are_found_in_weights_and_nodes()
    {
        var model = new ModelBuilder();
        model.Conv("x", 4, 4);
        model.Graph.Initializer[0].Name = model.Graph.Node[0].Input[1] = "features.0.weight";
        model.Conv(model.Last, 4, 4);
        model.Graph.Node[1].Name = "/layer1/layer1.0/conv1/Conv";

        Assert.Equal(["features.0", "layer1.0.conv1"], model.Read().Graph.WeightedLayers.Select(layer => layer.Node.Name));
    }
}
