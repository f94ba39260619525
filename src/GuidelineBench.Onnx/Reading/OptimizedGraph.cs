using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Onnx.Schema;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Reading;

/// <summary>
/// A graph as ONNX Runtime ran it, read from the model that it wrote of itself. Operators of its layout in blocks of channels are of
/// a domain of their own; they are named after the value that they give, fused ones after the last layer in them.
/// </summary>
public sealed class OptimizedGraph
{
    private const string BlockedDomain = "com.microsoft.nchwc", BlockedSuffix = "_nchwc", ValueSuffix = "_out";

    private readonly GraphProto ran;
    private readonly Dictionary<string, TensorProto> constants;
    private readonly Dictionary<string, Node> sources;
    private readonly Graph graph;

    private OptimizedGraph(GraphProto ran, Graph graph)
    {
        (this.ran, this.graph) = (ran, graph);
        constants = ran.Initializer.ToDictionary(tensor => tensor.Name);
        var names = new NodeNames(graph);
        sources = graph.Nodes.ToDictionary(node => names[node]);
    }

    /// <param name="model">The bytes of the model.</param>
    /// <param name="graph">What the engine was given, as <see cref="OnnxModel"/> wrote it.</param>
    public static OptimizedGraph Read(byte[] model, Graph graph) => new(ModelProto.Parser.ParseFrom(model).Graph, graph);

    /// <summary>Names of its operators by type; how a profile names them too.</summary>
    public IEnumerable<(string Name, string Type)> Operators => ran.Node.Select(node => (node.Name, TypeOf(node)));

    /// <summary>Channels of the result of its first convolution, filled up to whole blocks; null where that is not in blocks.</summary>
    public int? BlockedOutputs => ran.Node.FirstOrDefault(IsBlocked) is { } node ? (int)constants[node.Input[1]].Dims[0] : null;

    /// <summary>What ran, in short; without times.</summary>
    public EngineRun Summary()
    {
        NodeProto[] convolutions = [.. ran.Node.Where(IsConvolution)];
        NodeProto[] plain = [.. convolutions.Where(node => !IsBlocked(node))];
        return new EngineRun
        {
            Operators = [.. ran.Node.CountBy(TypeOf).OrderByDescending(type => type.Value).ThenBy(type => type.Key, StringComparer.Ordinal).Select(type => new EngineOperator(type.Key, type.Value, null))],
            BlockedConvolutions = convolutions.Length - plain.Length,
            PlainConvolutions = plain.Length,
            PlainGrouped = plain.Count(node => node.Attribute.Any(attribute => attribute.Name == "group" && attribute.I > 1)),
            Reorders = Count(EngineOperatorKind.Reorder),
            Fused = convolutions.Sum(node => (HasActivation(node) ? 1 : 0) + (HasSum(node) ? 1 : 0)),
            Elementwise = Count(EngineOperatorKind.Elementwise),
            ExecutedMultiplyAdds = GraphCosts.Of(graph).MultiplyAdds + convolutions.Where(IsBlocked).Sum(Padding),
        };
    }

    private static string TypeOf(NodeProto node) => node.Domain.Length == 0 ? node.OpType : $"{node.Domain}.{node.OpType}";

    private static bool IsConvolution(NodeProto node) => EngineOperator.KindOf(node.OpType) == EngineOperatorKind.Convolution;

    private int Count(EngineOperatorKind kind) => ran.Node.Count(node => EngineOperator.KindOf(node.OpType) == kind);

    private static bool IsBlocked(NodeProto node) => node.Domain == BlockedDomain && IsConvolution(node);

    private static bool HasActivation(NodeProto node) => node.Attribute.Any(attribute => attribute.Name == "activation" && attribute.S.Length > 0);

    private static bool HasSum(NodeProto node) => node.Input.Count > 3 && node.Input[3].Length > 0;

    /// <summary>Multiply-adds of a convolution in blocks beside those of its layer: its weights are filled up with zeros.</summary>
    private long Padding(NodeProto node)
    {
        if (!constants.TryGetValue(node.Input[1], out TensorProto? weights) || Source(node) is not { } source)
            return 0;
        long filled = weights.Dims.Aggregate(1L, (product, dimension) => product * dimension) * source.Output.Pixels;
        return Math.Max(0, filled - ((Convolution)source.Layer).WeightCount * source.Output.Pixels);
    }

    /// <summary>The layer that a convolution is of: it has the name of its value, which is that of the last layer fused into it.</summary>
    private Node? Source(NodeProto node)
    {
        string name = node.Name.EndsWith(BlockedSuffix, StringComparison.Ordinal) ? node.Name[..^BlockedSuffix.Length] : node.Name;
        if (!sources.TryGetValue(name, out Node? source) &&
            !(name.EndsWith(ValueSuffix, StringComparison.Ordinal) && sources.TryGetValue(name[..^ValueSuffix.Length], out source)))
            return null;
        while (source.Layer is Activation or BatchNormalization)
            source = graph.Nodes[source.Inputs[0]];
        return source.Layer is Convolution ? source : null;
    }
}
