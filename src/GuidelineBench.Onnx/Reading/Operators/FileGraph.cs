using System.Collections.Immutable;
using GuidelineBench.Core.Files;
using GuidelineBench.Onnx.Reading.Files;
using GuidelineBench.Onnx.Reading.Values;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>A file's nodes with who gives and reads which value; its names are found to be unique and its order to be one in which nodes can run.</summary>
internal sealed class FileGraph
{
    private readonly Dictionary<string, HashSet<string>> readerTypes = new(StringComparer.Ordinal);

    /// <param name="name">Of the file, for messages.</param>
    /// <param name="output">Of the outputs; null: the first.</param>
    /// <exception cref="OnnxFileException">It is no graph that can run, or has not one input.</exception>
    public FileGraph(GraphProto graph, string name, int opset, string? output)
    {
        Name = name;
        if (graph.SparseInitializer.Count > 0)
            throw Refused("it has sparse weights", "dense ones");
        foreach (TensorProto tensor in graph.Initializer)
            if (tensor.Name.Length == 0 || !Initializers.TryAdd(tensor.Name, tensor))
                throw Refused($"two tensors are called {LineText.Quoted(tensor.Name)}, or none of a name", "a name for each tensor");
        ValueInfoProto[] inputs = [.. graph.Input.Where(input => !Initializers.ContainsKey(input.Name))];
        Input = inputs is [var one] ? one : throw Refused($"it has {Inputs(inputs)}", "one image as input");
        string[] outputs = [.. graph.Output.Select(value => value.Name)];
        OutputName = output is null ? outputs.FirstOrDefault() ?? throw Refused("it has no output", "one or more") : outputs.Contains(output) ? output
            : throw Refused($"it has no output {LineText.Quoted(output)}", string.Join(", ", outputs.Select(LineText.Quoted)));
        RequireOrder(graph);
        Live = LiveNodes(graph, opset);
    }

    public string Name { get; }

    public ValueInfoProto Input { get; }

    public string InputName => Input.Name;

    public string OutputName { get; }

    public Dictionary<string, TensorProto> Initializers { get; } = new(StringComparer.Ordinal);

    /// <summary>Nodes that the output depends on.</summary>
    public ImmutableArray<NodeReader> Live { get; }

    /// <summary>By value: how often such nodes read it; the output once more.</summary>
    public Dictionary<string, int> Readers { get; } = new(StringComparer.Ordinal);

    public bool IsReadOnlyBy(string value, ImmutableArray<string> types) =>
        value != OutputName && readerTypes.TryGetValue(value, out HashSet<string>? readers) && readers.All(type => types.Contains(type));

    private static string Inputs(ValueInfoProto[] inputs) =>
        inputs.Length == 0 ? "no input" : FormattableString.Invariant($"{inputs.Length} inputs: {string.Join(", ", inputs.Take(5).Select(input => LineText.Quoted(input.Name)))}");

    private OnnxFileException Refused(string what, string allowed) => new(Name, what, allowed);

    private void RequireOrder(GraphProto graph)
    {
        var given = new HashSet<string>(Initializers.Keys, StringComparer.Ordinal) { Input.Name };
        HashSet<string> later = new(graph.Node.SelectMany(node => node.Output), StringComparer.Ordinal);
        foreach (NodeProto node in graph.Node)
        {
            if (node.Attribute.GroupBy(attribute => attribute.Name).Any(same => same.Count() > 1))
                throw Refused($"node {LineText.Quoted(node.Name)} ({LineText.Quoted(node.OpType)}) has an attribute twice", "each name once");
            foreach (string input in node.Input)
                if (input.Length > 0 && !given.Contains(input))
                    throw later.Contains(input)
                        ? Refused($"node {LineText.Quoted(node.Name)} ({LineText.Quoted(node.OpType)}) reads {LineText.Quoted(input)}, which comes later or goes in a circle", "nodes in an order in which they can run")
                        : Refused($"node {LineText.Quoted(node.Name)} ({LineText.Quoted(node.OpType)}) reads {LineText.Quoted(input)}, which nothing gives", "values of nodes, inputs and tensors");
            foreach (string value in node.Output)
                if (value.Length > 0 && !given.Add(value))
                    throw Refused($"two nodes or tensors give {LineText.Quoted(value)}", "a name for each value");
        }

        if (!given.Contains(OutputName))
            throw Refused($"nothing gives its output {LineText.Quoted(OutputName)}", "an output of a node");
    }

    private ImmutableArray<NodeReader> LiveNodes(GraphProto graph, int opset)
    {
        Readers[OutputName] = 1;
        var live = new List<NodeReader>();
        foreach (NodeProto node in graph.Node.Reverse())
        {
            if (!node.Output.Any(value => value.Length > 0 && Readers.ContainsKey(value)))
                continue;
            live.Add(new NodeReader(node, opset));
            foreach (string input in node.Input)
            {
                if (input.Length == 0)
                    continue;
                Readers[input] = Readers.GetValueOrDefault(input) + 1;
                if (!readerTypes.TryGetValue(input, out HashSet<string>? types))
                    readerTypes[input] = types = new HashSet<string>(StringComparer.Ordinal);
                types.Add(node.OpType);
            }
        }

        live.Reverse();
        return [.. live];
    }
}
