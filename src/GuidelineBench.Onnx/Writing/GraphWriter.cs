using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Writing;

/// <summary>Writes a graph layer by layer. Maps are N x C x H x W, what fully connected layers give N x C.</summary>
internal sealed class GraphWriter
{
    private readonly Graph graph;
    private readonly NetworkParameters parameters;
    private readonly NodeSink sink;
    private readonly SelectionWriter selections;
    private readonly NodeNames names;

    /// <summary>By node index: the value's name, and whether it has no height and width.</summary>
    private readonly (string Name, bool IsFlat)[] values;

    private GraphWriter(Graph graph, NetworkParameters parameters, NodeSink sink)
    {
        (this.graph, this.parameters, this.sink) = (graph, parameters, sink);
        values = new (string, bool)[graph.Nodes.Length];
        selections = new SelectionWriter(graph, sink);
        names = new NodeNames(graph);
    }

    /// <exception cref="OnnxException">It has a layer that ONNX has not.</exception>
    public static GraphProto Write(Graph graph, NetworkParameters parameters, int? batch)
    {
        var writer = new GraphWriter(graph, parameters, new NodeSink(graph.Name, batch));
        foreach (Node node in graph.Nodes)
            writer.Add(node);
        (string output, bool isFlat) = writer.values[graph.Output.Index];
        return writer.sink.Finished(output, graph.Output.Output, isFlat);
    }

    private void Add(Node node)
    {
        if (node.Activation is not null)
            throw new ArgumentException("A graph is written as it is before activations are moved.", nameof(node));
        string name = names[node];
        bool isFlat = node.Layer is FullyConnected || (node.Layer is Activation && values[node.Inputs[0]].IsFlat);
        values[node.Index] = (Value(node, name), isFlat);
    }

    private string Value(Node node, string name)
    {
        switch (node.Layer)
        {
            case Input:
                return sink.AddInput(node.Output);
            case Convolution convolution:
                return AddConvolution(node, name, convolution);
            case MaxPooling pooling:
                (string pooled, Padding inside) = new WindowPadding(sink, name).Of(Map(node.Inputs[0]), InputShape(node), pooling.Window, float.NegativeInfinity);
                return sink.Add("MaxPool", name, [pooled], node.Output, [.. WindowAttributes(pooling.Window, inside), Attributes.Int("ceil_mode", 0)]);
            case AveragePooling pooling:
                (string averaged, Padding around) = new WindowPadding(sink, name).Of(
                    Map(node.Inputs[0]), InputShape(node), pooling.Window, pooling.CountsPadding ? 0 : null);
                return sink.Add(
                    "AveragePool", name, [averaged], node.Output,
                    [.. WindowAttributes(pooling.Window, around), Attributes.Int("ceil_mode", 0), Attributes.Int("count_include_pad", pooling.CountsPadding ? 1 : 0)]);
            case GlobalAveragePooling:
                return sink.Add("GlobalAveragePool", name, [Map(node.Inputs[0])], node.Output);
            case FullyConnected fullyConnected:
                return AddFullyConnected(node, name, fullyConnected);
            case BatchNormalization:
                return AddBatchNormalization(node, name);
            case Activation activation:
                return AddActivation(node, name, activation);
            case Sum:
                return sink.Add(node.Inputs.Length == 2 ? "Add" : "Sum", name, Maps(node), node.Output);
            case Concatenation:
                return sink.Add("Concat", name, Maps(node), node.Output, Attributes.Int("axis", 1));
            case ChannelScaling:
                return sink.Add("Mul", name, Maps(node), node.Output);
            case ChannelSelection:
                return selections.Add(node, name, Map(node.Inputs[0]));
            case LocalResponseNormalization normalization:
                return AddNormalization(node, name, normalization);
            default:
                throw new OnnxException($"{graph.Name}: layer {name} ({node.Layer.Signature}) cannot be written as ONNX.");
        }
    }

    private string AddConvolution(Node node, string name, Convolution convolution)
    {
        (string input, Padding padding) = new WindowPadding(sink, name).Of(Map(node.Inputs[0]), InputShape(node), convolution.Window, 0);
        int size = convolution.KernelSize;
        LayerParameters layer = parameters[node.Index];
        string weights = sink.AddFloats(name + ".weight", layer.Weights, [convolution.OutputChannels, convolution.InputChannelsPerGroup, size, size]);
        return sink.Add(
            "Conv", name, [input, weights, .. Bias(node, name, convolution)], node.Output,
            [.. WindowAttributes(convolution.Window, padding), Attributes.Int("group", convolution.Groups), Attributes.Ints("dilations", 1, 1)]);
    }

    private string AddFullyConnected(Node node, string name, FullyConnected layer)
    {
        (string input, bool isFlat) = values[node.Inputs[0]];
        if (!isFlat)
            input = sink.AddFlat("Flatten", name + "_flatten", [input], layer.Inputs, Attributes.Int("axis", 1));
        string weights = sink.AddFloats(name + ".weight", parameters[node.Index].Weights, [layer.OutputChannels, layer.Inputs]);
        return sink.AddFlat(
            "Gemm", name, [input, weights, .. Bias(node, name, layer)], layer.OutputChannels,
            Attributes.Float("alpha", 1), Attributes.Float("beta", 1), Attributes.Int("transA", 0), Attributes.Int("transB", 1));
    }

    /// <summary>Mean 0 and variance 1 are folded already; without an epsilon scale and shift stay exact.</summary>
    private string AddBatchNormalization(Node node, string name)
    {
        LayerParameters layer = parameters[node.Index];
        int channels = layer.Bias.Length;
        float[] ones = new float[channels];
        Array.Fill(ones, 1);
        return sink.Add(
            "BatchNormalization", name,
            [
                Map(node.Inputs[0]), sink.AddFloats(name + ".weight", layer.Weights, [channels]), sink.AddFloats(name + ".bias", layer.Bias, [channels]),
                sink.AddFloats(name + ".running_mean", new float[channels], [channels]), sink.AddFloats(name + ".running_var", ones, [channels]),
            ],
            node.Output, Attributes.Float("epsilon", 0));
    }

    private string AddActivation(Node node, string name, Activation activation)
    {
        (string input, bool isFlat) = values[node.Inputs[0]];
        return activation switch
        {
            ReLU => Added("Relu", [input]),
            ReLU6 => Added("Clip", [input, sink.AddScalar("zero", 0), sink.AddScalar("six", 6)]),
            Sigmoid => Added("Sigmoid", [input]),
            HardSigmoid => Added("HardSigmoid", [input], Attributes.Float("alpha", 1f / 6), Attributes.Float("beta", 0.5f)),
            HardSwish => Added("Mul", [input, Gate("HardSigmoid", Attributes.Float("alpha", 1f / 6), Attributes.Float("beta", 0.5f))]),
            SiLU => Added("Mul", [input, Gate("Sigmoid")]),
            _ => throw new OnnxException($"{graph.Name}: layer {name} ({activation.Signature}) cannot be written as ONNX."),
        };

        // Operators of their own are younger than the versions that are written.
        string Gate(string type, params ReadOnlySpan<AttributeProto> attributes) => Named(type, name + "_gate", [input], attributes);

        string Added(string type, ImmutableArray<string> inputs, params ReadOnlySpan<AttributeProto> attributes) => Named(type, name, inputs, attributes);

        string Named(string type, string nodeName, ImmutableArray<string> inputs, ReadOnlySpan<AttributeProto> attributes) => isFlat
            ? sink.AddFlat(type, nodeName, inputs, node.Output.Channels, attributes)
            : sink.Add(type, nodeName, inputs, node.Output, attributes);
    }

    private string AddNormalization(Node node, string name, LocalResponseNormalization layer) => sink.Add(
        "LRN", name, [Map(node.Inputs[0])], node.Output,
        Attributes.Int("size", layer.Size), Attributes.Float("alpha", (float)layer.Alpha), Attributes.Float("beta", (float)layer.Beta), Attributes.Float("bias", (float)layer.Offset));

    private ImmutableArray<string> Bias(Node node, string name, WeightedLayer layer) => layer.BiasSource == BiasSource.None
        ? []
        : [sink.AddFloats(name + ".bias", parameters[node.Index].Bias, [layer.OutputChannels])];

    private ImmutableArray<string> Maps(Node node) => [.. node.Inputs.Select(Map)];

    /// <summary>A value with height and width.</summary>
    private string Map(int index)
    {
        (string name, bool isFlat) = values[index];
        if (!isFlat)
            return name;
        Node node = graph.Nodes[index];
        string shape = sink.AddIntegers(names[node] + "_map_shape", [0, node.Output.Channels, 1, 1]);
        string map = sink.Add("Reshape", names[node] + "_map", [name, shape], node.Output);
        values[index] = (map, false);
        return map;
    }

    private MapShape InputShape(Node node) => graph.Nodes[node.Inputs[0]].Output;

    private static ImmutableArray<AttributeProto> WindowAttributes(Window window, Padding padding) =>
    [
        Attributes.Ints("kernel_shape", window.KernelSize, window.KernelSize),
        Attributes.Ints("strides", window.Stride, window.Stride),
        Attributes.Ints("pads", padding.Top, padding.Left, padding.Bottom, padding.Right),
    ];
}
