using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>Builds a <see cref="Graph"/> node by node; every method returns the index of the node that it added.</summary>
public sealed class GraphBuilder
{
    private readonly ImmutableArray<Node>.Builder nodes = ImmutableArray.CreateBuilder<Node>();

    public GraphBuilder(MapShape input) => Add(new Input(input));

    /// <summary>Index of the input node.</summary>
    public int Input => 0;

    public MapShape ShapeOf(int node) => nodes[node].Output;

    /// <summary>A convolution of as many input channels as <paramref name="input"/> has, stride 1, with a bias.</summary>
    public int Convolution(int input, int outputChannels, int kernelSize = 1, int groups = 1) =>
        Add(new Convolution(ShapeOf(input).Channels, outputChannels, kernelSize, groups), input);

    /// <summary>A convolution of as many input channels as <paramref name="input"/> has.</summary>
    /// <param name="name">See <see cref="Node.Name"/>.</param>
    public int Convolution(
        int input, int outputChannels, Window window, int groups = 1, BiasSource bias = BiasSource.BatchNorm, string? name = null) =>
        AddNamed(new Convolution(ShapeOf(input).Channels, outputChannels, window, groups, bias), name, input);

    /// <summary>A convolution of as many input channels as <paramref name="input"/> has, padded by half its kernel on all sides.</summary>
    /// <param name="name">See <see cref="Node.Name"/>.</param>
    public int Convolution(
        int input, int outputChannels, string name, int kernelSize = 1, int stride = 1, int groups = 1, BiasSource bias = BiasSource.BatchNorm) =>
        Convolution(input, outputChannels, new Window(kernelSize, stride, Padding.Around(kernelSize / 2)), groups, bias, name);

    /// <summary>A convolution of each channel by itself, padded by half its kernel on all sides.</summary>
    /// <param name="name">See <see cref="Node.Name"/>.</param>
    public int DepthwiseConvolution(
        int input, string name, int kernelSize = 3, int stride = 1, BiasSource bias = BiasSource.BatchNorm) =>
        Convolution(input, ShapeOf(input).Channels, name, kernelSize, stride, ShapeOf(input).Channels, bias);

    /// <summary>A fully connected layer over all elements of <paramref name="input"/>.</summary>
    /// <param name="name">See <see cref="Node.Name"/>.</param>
    public int FullyConnected(int input, int outputs, BiasSource bias = BiasSource.Bias, string? name = null) =>
        AddNamed(new FullyConnected(checked((int)ShapeOf(input).Elements), outputs, bias), name, input);

    /// <param name="name">See <see cref="Node.Name"/>.</param>
    public int BatchNormalization(int input, string? name = null) =>
        AddNamed(new BatchNormalization(ShapeOf(input).Channels), name, input);

    public int ReLU(int input) => Add(new ReLU(), input);

    public int ReLU6(int input) => Add(new ReLU6(), input);

    public int Sum(params int[] inputs) => Add(new Sum(), inputs);

    public int Concatenation(params int[] inputs) => Add(new Concatenation(), inputs);

    /// <summary>Max pooling, padded on all sides.</summary>
    public int MaxPooling(int input, int kernelSize, int stride, int padding) =>
        Add(new MaxPooling(new Window(kernelSize, stride, Padding.Around(padding))), input);

    /// <summary>Average pooling, padded on all sides, padded zeros counted.</summary>
    public int AveragePooling(int input, int kernelSize, int stride, int padding) =>
        Add(new AveragePooling(new Window(kernelSize, stride, Padding.Around(padding)), CountsPadding: true), input);

    public int GlobalAveragePooling(int input) => Add(new GlobalAveragePooling(), input);

    /// <summary>A run of channels.</summary>
    public int Slice(int input, int first, int count) =>
        Add(ChannelSelection.Slice(ShapeOf(input).Channels, first, count), input);

    /// <summary>Every <paramref name="step"/>-th channel from <paramref name="first"/> on.</summary>
    public int Every(int input, int step, int first) =>
        Add(ChannelSelection.Every(ShapeOf(input).Channels, step, first), input);

    public int Shuffle(int input, int groups) => Add(ChannelSelection.Shuffle(ShapeOf(input).Channels, groups), input);

    /// <summary>Any other layer.</summary>
    public int Add(Layer layer, params int[] inputs) => AddNamed(layer, null, inputs);

    /// <summary>Any other layer.</summary>
    /// <param name="name">See <see cref="Node.Name"/>.</param>
    public int Add(Layer layer, string? name, int[] inputs) => AddNamed(layer, name, inputs);

    /// <summary>The finished graph; its output is the node added last.</summary>
    public Graph Build(string name) => new(name, nodes.ToImmutable());

    private int AddNamed(Layer layer, string? name, params int[] inputs)
    {
        MapShape output = layer.OutputShape([.. inputs.Select(ShapeOf)]);
        nodes.Add(new Node(nodes.Count, layer, [.. inputs], output, name));
        return nodes.Count - 1;
    }
}
