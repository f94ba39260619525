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

    /// <summary>A convolution of as many input channels as <paramref name="input"/> has.</summary>
    public int Convolution(int input, int outputChannels, int kernelSize = 1, int groups = 1) =>
        Add(new Convolution(ShapeOf(input).Channels, outputChannels, kernelSize, groups), input);

    public int ReLU(int input) => Add(new ReLU(), input);

    public int Sum(params int[] inputs) => Add(new Sum(), inputs);

    /// <summary>The finished graph; its output is the node added last.</summary>
    public Graph Build(string name) => new(name, nodes.ToImmutable());

    private int Add(Layer layer, params int[] inputs)
    {
        MapShape output = layer.OutputShape([.. inputs.Select(ShapeOf)]);
        nodes.Add(new Node(nodes.Count, layer, [.. inputs], output));
        return nodes.Count - 1;
    }
}
