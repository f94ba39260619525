using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Schema;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>Every kind of layer as the operators that deployed networks have for it.</summary>
public class LayerNodesTests
{
    private static readonly MapShape Input = new(6, 9, 7);

    [Fact]
    public void A_convolution_has_its_window_groups_weights_and_bias()
    {
        // Top, left, bottom, right: all begins, then all ends, as in ONNX.
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Convolution(graph.Input, 4, new Window(3, 2, new Padding(0, 1, 2, 3)), groups: 2, name: "stage.0"));

        NodeProto node = Assert.Single(written.Graph.Node);
        Assert.Equal(("Conv", "stage.0"), (node.OpType, node.Name));
        Assert.Equal(["input", "stage.0.weight", "stage.0.bias"], node.Input);
        Assert.Equal("dilations group kernel_shape pads strides", node.Names());
        Assert.Equal([3, 3], node.Ints("kernel_shape"));
        Assert.Equal([2, 2], node.Ints("strides"));
        Assert.Equal([0, 1, 2, 3], node.Ints("pads"));
        Assert.Equal([1, 1], node.Ints("dilations"));
        Assert.Equal(2, node.Int("group"));
        Assert.Equal([4, 3, 3, 3], written.Constant("stage.0.weight").Dims);
        Assert.Equal(written.Parameters[1].Weights, written.Floats("stage.0.weight"));
        Assert.Equal([4], written.Constant("stage.0.bias").Dims);
        Assert.Equal(written.Parameters[1].Bias, written.Floats("stage.0.bias"));
        WrittenRules.Hold(written);
    }

    [Fact]
    public void A_convolution_without_a_bias_has_none()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Convolution(graph.Input, 4, "c", bias: BiasSource.None));

        Assert.Equal(["input", "c.weight"], Assert.Single(written.Graph.Node).Input);
        WrittenRules.Hold(written);
    }

    [Fact]
    public void A_depthwise_convolution_has_a_group_for_each_channel()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.DepthwiseConvolution(graph.Input, "d", kernelSize: 5));

        Assert.Equal(6, written.Node("Conv").Int("group"));
        Assert.Equal([6, 1, 5, 5], written.Constant("d.weight").Dims);
        Assert.Equal([2, 2, 2, 2], written.Node("Conv").Ints("pads"));
        WrittenRules.Hold(written);
    }

    [Fact]
    public void Layers_without_names_are_called_by_kind_and_place()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.ReLU(graph.MaxPooling(graph.Convolution(graph.Input, 4), 2, 2, 0)));

        Assert.Equal(["conv_1", "maxpool_2", "relu_3"], written.Graph.Node.Select(node => node.Name));
        Assert.Equal(["conv_1_out", "maxpool_2_out", "relu_3_out"], written.Graph.Node.SelectMany(node => node.Output));
    }

    [Fact]
    public void Max_pooling_rounds_down()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Add(new MaxPooling(new Window(3, 2, new Padding(0, 0, 1, 1))), graph.Input));

        NodeProto node = Assert.Single(written.Graph.Node);
        Assert.Equal("ceil_mode kernel_shape pads strides", node.Names());
        Assert.Equal(0, node.Int("ceil_mode"));
        Assert.Equal([0, 0, 1, 1], node.Ints("pads"));
        Assert.Equal([WrittenModel.Open, 6, 4, 3], written.Shape(node.Output[0]));
        WrittenRules.Hold(written);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Average_pooling_counts_padding_or_not(bool counts, long attribute)
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Add(new AveragePooling(new Window(3, 2, Padding.Around(1)), counts), graph.Input));

        NodeProto node = Assert.Single(written.Graph.Node);
        Assert.Equal("AveragePool", node.OpType);
        Assert.Equal("ceil_mode count_include_pad kernel_shape pads strides", node.Names());
        Assert.Equal((0, attribute), (node.Int("ceil_mode"), node.Int("count_include_pad")));
        WrittenRules.Hold(written);
    }

    [Fact]
    public void A_classifier_is_a_mean_a_flattening_and_a_product()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.FullyConnected(graph.GlobalAveragePooling(graph.Input), 5, name: "fc"));

        Assert.Equal("GlobalAveragePool Flatten Gemm", written.Types);
        NodeProto node = written.Node("Gemm");
        Assert.Equal("alpha beta transA transB", node.Names());
        Assert.Equal((1f, 1f, 0L, 1L), (node.Float("alpha"), node.Float("beta"), node.Int("transA"), node.Int("transB")));
        Assert.Equal(["fc_flatten_out", "fc.weight", "fc.bias"], node.Input);
        Assert.Equal([5, 6], written.Constant("fc.weight").Dims);
        Assert.Equal([WrittenModel.Open, 5], written.Shape("fc_out"));
        WrittenRules.Hold(written);
        WrittenRules.HoldsParameters(written);
    }

    [Fact]
    public void Fully_connected_layers_in_a_row_stay_flat()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.FullyConnected(graph.ReLU(graph.FullyConnected(graph.Input, 8, BiasSource.None)), 5));

        Assert.Equal("Flatten Gemm Relu Gemm", written.Types);
        Assert.Equal([8, 6 * 9 * 7], written.Constant("fc_1.weight").Dims);
        Assert.Equal([WrittenModel.Open, 8], written.Shape("relu_2_out"));
        WrittenRules.Hold(written);
        WrittenRules.HoldsParameters(written);
    }

    [Fact]
    public void A_gate_of_fully_connected_layers_becomes_a_map_again()
    {
        WrittenModel written = WrittenModel.Of(Input, graph =>
        {
            int squeezed = graph.ReLU(graph.FullyConnected(graph.GlobalAveragePooling(graph.Input), 3));
            graph.Add(new ChannelScaling(), graph.Input, graph.Add(new Sigmoid(), graph.FullyConnected(squeezed, 6)));
        });

        Assert.Equal("GlobalAveragePool Flatten Gemm Relu Gemm Sigmoid Reshape Mul", written.Types);
        Assert.Equal([0, 6, 1, 1], written.Integers(written.Node("Reshape").Input[1]));
        Assert.Equal(["input", "sigmoid_5_map_out"], written.Node("Mul").Input);
        WrittenRules.Hold(written);
    }

    [Fact]
    public void A_gate_that_two_maps_read_is_reshaped_once()
    {
        WrittenModel written = WrittenModel.Of(Input, graph =>
        {
            int gate = graph.FullyConnected(graph.Input, 6);
            graph.Concatenation(graph.Add(new ChannelScaling(), graph.Input, gate), graph.Add(new ChannelScaling(), graph.ReLU(graph.Input), gate));
        });

        Assert.Equal("Flatten Gemm Reshape Mul Relu Mul Concat", written.Types);
        WrittenRules.Hold(written);
    }

    [Fact]
    public void A_batch_norm_keeps_scale_and_shift_exactly()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.BatchNormalization(graph.Input, "norm"));

        NodeProto node = Assert.Single(written.Graph.Node);
        Assert.Equal("BatchNormalization", node.OpType);
        Assert.Equal(["input", "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var"], node.Input);
        Assert.Equal("epsilon", node.Names());
        Assert.Equal(0, node.Float("epsilon"));
        Assert.Equal(written.Parameters[1].Weights, written.Floats("norm.weight"));
        Assert.Equal(written.Parameters[1].Bias, written.Floats("norm.bias"));
        Assert.Equal(new float[6], written.Floats("norm.running_mean"));
        Assert.Equal(Enumerable.Repeat(1f, 6), written.Floats("norm.running_var"));
        WrittenRules.Hold(written);
    }

    [Fact]
    public void Hard_swish_and_SiLU_are_products_with_a_gate()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Add(new SiLU(), graph.Add(new HardSwish(), graph.Input)));

        Assert.Equal("HardSigmoid Mul Sigmoid Mul", written.Types);
        foreach (NodeProto[] pair in written.Graph.Node.Chunk(2))
            Assert.Equal([pair[0].Input[0], pair[0].Output[0]], pair[1].Input);
        WrittenRules.Hold(written);
    }

    [Fact]
    public void Activations_have_operators_of_their_own()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Add(new HardSigmoid(), graph.Add(new Sigmoid(), graph.ReLU6(graph.ReLU(graph.ReLU6(graph.Input))))));

        Assert.Equal("Clip Relu Clip Sigmoid HardSigmoid", written.Types);
        Assert.All(written.Graph.Node.Where(node => node.OpType == "Clip"), node => Assert.Equal(["zero", "six"], node.Input.Skip(1)));
        Assert.Equal(["zero", "six"], written.Graph.Initializer.Select(constant => constant.Name));
        Assert.Equal([0f, 6f], [.. written.Floats("zero"), .. written.Floats("six")]);
        Assert.All(written.Graph.Initializer, constant => Assert.Empty(constant.Dims));
        NodeProto hard = written.Node("HardSigmoid");
        Assert.Equal("alpha beta", hard.Names());
        // The defaults are 0.2 and 0.5: a sixth has to be there.
        Assert.Equal((1f / 6, 0.5f), (hard.Float("alpha"), hard.Float("beta")));
        WrittenRules.Hold(written);
    }

    [Theory]
    [InlineData(2, "Add")]
    [InlineData(3, "Sum")]
    [InlineData(4, "Sum")]
    public void Two_maps_are_added_and_more_are_summed(int maps, string type)
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Sum([graph.Input, .. Enumerable.Range(1, maps - 1).Select(_ => graph.ReLU(graph.Input))]));

        Assert.Equal(maps, written.Node(type).Input.Count);
        Assert.Empty(written.Node(type).Attribute);
        WrittenRules.Hold(written);
    }

    [Fact]
    public void Maps_are_joined_channel_behind_channel()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Concatenation(graph.Convolution(graph.Input, 2), graph.Input, graph.Convolution(graph.Input, 3)));

        Assert.Equal(["conv_1_out", "input", "conv_2_out"], written.Node("Concat").Input);
        Assert.Equal(1, written.Node("Concat").Int("axis"));
        Assert.Equal([WrittenModel.Open, 11, 9, 7], written.Shape("concat_3_out"));
        WrittenRules.Hold(written);
    }

    [Fact]
    public void A_normalisation_across_channels_has_all_of_its_numbers()
    {
        WrittenModel written = WrittenModel.Of(Input, graph => graph.Add(new LocalResponseNormalization(5, 1e-4, 0.75, 2), graph.Input));

        NodeProto node = Assert.Single(written.Graph.Node);
        Assert.Equal(("LRN", "alpha beta bias size"), (node.OpType, node.Names()));
        Assert.Equal((5L, 1e-4f, 0.75f, 2f), (node.Int("size"), node.Float("alpha"), node.Float("beta"), node.Float("bias")));
        WrittenRules.Hold(written);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_normalisation_of_an_even_size_is_refused(int size)
    {
        OnnxException error = Assert.Throws<OnnxException>(
            () => WrittenModel.Of(Input, graph => graph.Add(new LocalResponseNormalization(size, 1e-4, 0.75, 1), graph.Input)));

        Assert.StartsWith($"network: layer lrn_1 (lrn {size} ", error.Message, StringComparison.Ordinal);
    }
}
