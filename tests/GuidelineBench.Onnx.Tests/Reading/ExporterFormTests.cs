using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Reading.Files;
using GuidelineBench.Onnx.Schema;
using static GuidelineBench.Onnx.Tests.Reading.ModelBuilder;

namespace GuidelineBench.Onnx.Tests.Reading;

/// <summary>Forms that exporters give to layers, each built node by node.</summary>
public class ExporterFormTests
{
    [Fact]
    public void Inputs_that_are_initialisers_are_weights()
    {
        var model = new ModelBuilder(9);
        model.Model.IrVersion = 3;
        model.Conv("x", 4, 2);
        foreach (TensorProto tensor in model.Graph.Initializer)
            model.AddInput(tensor.Name, [.. tensor.Dims]);

        Assert.Equal("conv1x1 4->2 g=1", PlainModel.Layers(model.Read()));
    }

    [Fact]
    public void Constants_are_folded_wherever_they_come_from()
    {
        var model = new ModelBuilder();
        string weights = model.Node("Identity", [model.Random(2, 4)]);
        weights = model.Node("Unsqueeze", [weights, model.Integers(2, 3)]);
        weights = model.Node("Mul", [weights, model.Scalar(2)]);
        model.Node("Conv", ["x", weights]);
        float[] doubled = [.. Values(2, 4).Select(weight => 2 * weight)];

        OnnxNetwork read = model.Read();

        Assert.Equal(doubled, read.Parameters[1].Weights);
        Assert.Equal(BiasSource.None, ((Convolution)read.Graph.Output.Layer).BiasSource);
    }

    [Fact]
    public void Weights_may_be_filled_by_ConstantOfShape()
    {
        var model = new ModelBuilder(9);
        string weights = model.Node("ConstantOfShape", [model.Integers(2, 4, 1, 1)], Tensor("value", new TensorProto { DataType = 1, Dims = { 1 }, FloatData = { 0.5f } }));
        model.Node("Conv", ["x", weights]);

        Assert.All(model.Read().Parameters[1].Weights, weight => Assert.Equal(0.5f, weight));
    }

    [Fact]
    public void A_batch_norm_becomes_part_of_the_convolution_before_it()
    {
        var model = new ModelBuilder();
        string weights = model.Random(2, 4, 1, 1);
        string x = model.Node("Conv", ["x", weights]);
        model.Node("BatchNormalization", [x, model.Floats([2, 3], 2), model.Floats([1, -1], 2), model.Floats([0.5f, 0.25f], 2), model.Floats([4, 0.25f], 2)], Float("epsilon", 0.001f));
        OnnxNetwork read = model.Read();
        float[] w = Values(2, 4, 1, 1);

        Assert.Equal(BiasSource.BatchNorm, Assert.IsType<Convolution>(Assert.Single(read.Graph.WeightedLayers).Layer).BiasSource);
        PlainModel.Gives(read, (channel, row, column, image) =>
        {
            double sum = Enumerable.Range(0, 4).Sum(from => w[channel * 4 + from] * image(from, row, column));
            return channel == 0 ? (sum - 0.5) / Math.Sqrt(4.001) * 2 + 1 : (sum - 0.25) / Math.Sqrt(0.251) * 3 - 1;
        });
    }

    [Fact]
    public void A_batch_norm_of_a_map_that_others_read_stays_one()
    {
        var model = new ModelBuilder();
        string x = model.Conv("x", 4, 4);
        string normed = model.Node("BatchNormalization", [x, model.Random(4), model.Random(4), model.Random(4), model.Floats([1, 2, 3, 4], 4)]);
        model.Node("Add", [x, normed]);

        Assert.Equal("conv1x1 4->4 g=1; bn 4; sum", PlainModel.Layers(model.Read()));
    }

    [Theory]
    [InlineData("Add", false)]
    [InlineData("Sub", false)]
    [InlineData("Mul", false)]
    [InlineData("Div", false)]
    [InlineData("Add", true)]
    [InlineData("Sub", true)]
    [InlineData("Mul", true)]
    public void Arithmetic_with_a_constant_of_each_channel_is_a_scale_and_shift(string type, bool isFirst)
    {
        var model = new ModelBuilder();
        float[] numbers = [2, -1, 0.5f, 4];
        string constant = model.Floats(numbers, 4, 1, 1);
        model.Node(type, isFirst ? [constant, "x"] : ["x", constant]);

        OnnxNetwork read = model.Read();

        Assert.Equal("bn 4", PlainModel.Layers(read));
        PlainModel.Gives(read, (channel, row, column, image) => (type, isFirst) switch
        {
            ("Add", _) => image(channel, row, column) + numbers[channel],
            ("Sub", false) => image(channel, row, column) - numbers[channel],
            ("Sub", true) => numbers[channel] - image(channel, row, column),
            ("Mul", _) => image(channel, row, column) * numbers[channel],
            _ => image(channel, row, column) / numbers[channel],
        });
    }

    [Fact]
    public void Colours_that_are_prepared_one_by_one_are_one_scale_and_shift()
    {
        var model = new ModelBuilder(13, 1, 3, 5, 5);
        string[] colours =
        [
            .. Enumerable.Range(0, 3).Select(colour =>
            {
                string x = model.Node("Gather", ["x", model.Constant(7, BitConverter.GetBytes((long)colour))], Int("axis", 1));
                x = model.Node("Unsqueeze", [x, model.Integers(1)]);
                return model.Node("Add", [model.Node("Mul", [x, model.Scalar(colour + 1)]), model.Scalar(-colour)]);
            }),
        ];
        model.Node("Concat", colours, Int("axis", 1));

        OnnxNetwork read = model.Read();

        Assert.Equal("bn 3", PlainModel.Layers(read));
        PlainModel.Gives(read, (channel, row, column, image) => image(channel, row, column) * (channel + 1) - channel);
    }

    [Fact]
    public void ReLU6_is_known_in_its_forms()
    {
        string[] kinds = ["attributes", "inputs", "constants", "min of relu", "clip of relu", "max and min"];
        foreach (string kind in kinds)
        {
            var model = new ModelBuilder(kind == "attributes" ? 9 : 13);
            string x = model.Conv("x", 4, 3);
            _ = kind switch
            {
                "attributes" => model.Node("Clip", [x], Float("min", 0), Float("max", 6)),
                "inputs" => model.Node("Clip", [x, model.Scalar(0), model.Scalar(6)]),
                "constants" => model.Node("Clip", [x, model.Node("Cast", [model.Node("Constant", [], Float("value_float", 0))], Int("to", 1)), model.Node("Constant", [], Float("value_float", 6))]),
                "min of relu" => model.Node("Min", [model.Node("Relu", [x]), model.Scalar(6)]),
                "clip of relu" => model.Node("Clip", [model.Node("Relu", [x]), "", model.Scalar(6)]),
                _ => model.Node("Min", [model.Node("Max", [model.Scalar(0), x]), model.Scalar(6)]),
            };

            Assert.Equal("conv1x1 4->3 g=1; relu6", PlainModel.Layers(model.Read()));
        }
    }

    [Fact]
    public void A_hard_sigmoid_is_known_in_its_forms()
    {
        foreach (string last in new[] { "Div", "Mul", "" })
        {
            var model = new ModelBuilder();
            string x = model.Conv("x", 4, 3);
            if (last.Length == 0)
                model.Node("HardSigmoid", [x], Float("alpha", 1f / 6), Float("beta", 0.5f));
            else
                model.Node(last, [model.Node("Clip", [model.Node("Add", [x, model.Scalar(3)]), model.Scalar(0), model.Scalar(6)]), model.Scalar(last == "Div" ? 6 : 1f / 6)]);

            Assert.Equal("conv1x1 4->3 g=1; hardsigmoid", PlainModel.Layers(model.Read()));
        }
    }

    [Fact]
    public void Hard_swish_and_SiLU_are_known_in_their_forms()
    {
        foreach (string form in new[] { "own", "gate", "clip of a sum", "divided last", "SiLU", "Swish" })
        {
            var model = new ModelBuilder(form == "Swish" ? 24 : 14);
            string x = model.Conv("x", 4, 3);
            string Clipped() => model.Node("Clip", [model.Node("Add", [x, model.Scalar(3)]), model.Scalar(0), model.Scalar(6)]);
            _ = form switch
            {
                "own" => model.Node("HardSwish", [x]),
                "gate" => model.Node("Mul", [x, model.Node("HardSigmoid", [x], Float("alpha", 1f / 6))]),
                "clip of a sum" => model.Node("Mul", [model.Node("Div", [Clipped(), model.Scalar(6)]), x]),
                "divided last" => model.Node("Div", [model.Node("Mul", [x, Clipped()]), model.Scalar(6)]),
                "SiLU" => model.Node("Mul", [x, model.Node("Sigmoid", [x])]),
                _ => model.Node("Swish", [x]),
            };

            Assert.Equal($"conv1x1 4->3 g=1; {(form.StartsWith('S') ? "silu" : "hardswish")}", PlainModel.Layers(model.Read()));
        }
    }

    [Fact]
    public void Layers_that_do_nothing_vanish_and_the_end_is_left_out()
    {
        var model = new ModelBuilder();
        string x = model.Node("Cast", [model.Node("Dropout", [model.Node("Identity", ["x"])])], Int("to", 10));
        x = model.Node("Relu", [model.Node("Relu", [model.Conv(x, 4, 3)])]);
        x = model.Node("Transpose", [model.Node("Transpose", [x], Ints("perm", 0, 2, 3, 1))], Ints("perm", 0, 3, 1, 2));
        model.Node("Identity", [model.Node("Softmax", [model.Node("Flatten", [model.Node("GlobalAveragePool", [x])])])]);

        OnnxNetwork read = model.Read();

        Assert.Equal("conv1x1 4->3 g=1; relu; mean", PlainModel.Layers(read));
        Assert.Equal(["Softmax at the end is left out", "casts between floating-point types are left out: everything is float32"], read.Source.Notices);
    }

    [Theory]
    [InlineData("FP16", 10)]
    [InlineData("FP64", 11)]
    public void Weights_of_other_precisions_are_converted(string name, int type)
    {
        var model = new ModelBuilder();
        byte[] bytes = type == 10 ? BitConverter.GetBytes((Half)0.333f) : BitConverter.GetBytes(0.333);
        model.Node("Conv", ["x", model.Constant(type, [.. Enumerable.Repeat(bytes, 8).SelectMany(part => part)], 2, 4, 1, 1)]);

        OnnxNetwork read = model.Read();

        Assert.All(read.Parameters[1].Weights, weight => Assert.Equal(type == 10 ? (float)(Half)0.333f : 0.333f, weight));
        Assert.Contains(name, Assert.Single(read.Source.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void Quantised_weights_are_taken_as_the_numbers_that_they_stand_for()
    {
        var model = new ModelBuilder();
        string weights = model.Node("DequantizeLinear", [model.Constant(3, [1, 2, 3, 4, 255, 254, 253, 252], 2, 4, 1, 1), model.Floats([0.5f, 2], 2), model.Constant(3, [0, 1], 2)], Int("axis", 0));
        string x = model.Node("DequantizeLinear", [model.Node("QuantizeLinear", ["x", model.Scalar(0.1f)]), model.Scalar(0.1f)]);
        model.Node("Conv", [x, weights]);

        OnnxNetwork read = model.Read();

        Assert.Equal([0.5f, 1, 1.5f, 2, -4, -6, -8, -10], read.Parameters[1].Weights);
        Assert.Contains(read.Source.Notices, notice => notice.StartsWith("quantisation", StringComparison.Ordinal));
    }

    [Fact]
    public void One_of_several_outputs_is_taken_and_what_it_does_not_need_falls_away()
    {
        var model = new ModelBuilder();
        string one = model.Conv("x", 4, 2), other = model.Node("Tanh", [model.Conv("x", 4, 3)]);
        model.Graph.Output.Add(new ValueInfoProto { Name = one });
        model.Graph.Output.Add(new ValueInfoProto { Name = other });

        Assert.Equal("conv1x1 4->2 g=1", PlainModel.Layers(model.Read()));
        Assert.Contains("Tanh", Assert.Throws<OnnxFileException>(() => model.Read(choices: new OnnxChoices(Output: other))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_sizes_have_to_be_said()
    {
        var model = new ModelBuilder(13, -1, 4, -2, -3);
        model.Conv("x", 4, 2);

        Assert.Contains("'d2' is open", Assert.Throws<OnnxFileException>(() => model.Read()).Message, StringComparison.Ordinal);
        OnnxNetwork read = model.Read(choices: new OnnxChoices((5, 7)));
        Assert.Equal(new MapShape(2, 5, 7), read.Graph.Output.Output);
        Assert.Equal("made.onnx@5x7", read.Graph.Name);
    }
}
