using System.Globalization;
using Google.Protobuf;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Writing;

/// <summary>A network as an ONNX file: the same bytes for the same network, weights and form.</summary>
public static class OnnxModel
{
    /// <summary>Before the names of this tool's entries in a file's metadata.</summary>
    public const string MetadataPrefix = "guidelinebench.";

    private const string Producer = "GuidelineBench";

    /// <exception cref="OnnxException">It has a layer that ONNX has not, or is too large for a file.</exception>
    public static byte[] Bytes(Graph graph, NetworkParameters parameters, OnnxFormat format) => Model(graph, parameters, format).ToByteArray();

    /// <returns>The file's SHA-256 in hexadecimal digits.</returns>
    /// <exception cref="OnnxException">It has a layer that ONNX has not, or is too large for a file.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there before is unchanged.</exception>
    public static string Write(string path, Graph graph, NetworkParameters parameters, OnnxFormat format)
    {
        var hash = new Sha256();
        OutputFile.Write(path, Model(graph, parameters, format), (stream, model) => model.WriteTo(new HashedWriter(stream, hash)));
        return Convert.ToHexStringLower(hash.Finish());
    }

    /// <summary>Before parameters are made for it.</summary>
    /// <exception cref="OnnxException">It has a layer that ONNX has not, or is too large for a file.</exception>
    public static void RefuseUnwritable(Graph graph)
    {
        long parameters = GraphCosts.Of(graph).Parameters;
        if (parameters > OnnxFormat.MostBytes / sizeof(float))
            throw new OnnxException(FormattableString.Invariant(
                $"{graph.Name} has {parameters} parameters; an ONNX file holds {OnnxFormat.MostBytes / sizeof(float)}."));
        foreach (Node node in graph.Nodes)
            if (node.Layer is LocalResponseNormalization { Size: var size } && size % 2 == 0)
                throw new OnnxException($"{graph.Name}: layer {new NodeNames(graph)[node]} ({node.Layer.Signature}) has an even size, which ONNX centres differently.");
    }

    private static ModelProto Model(Graph graph, NetworkParameters parameters, OnnxFormat format)
    {
        RefuseUnwritable(graph);
        var costs = GraphCosts.Of(graph);
        var model = new ModelProto
        {
            IrVersion = OnnxFormat.Opsets[format.Opset],
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = format.Opset } },
            ProducerName = Producer,
            ProducerVersion = typeof(OnnxModel).Assembly.GetName().Version!.ToString(3),
            Graph = GraphWriter.Write(graph, parameters, format.Batch),
        };
        Add("network", graph.Name);
        Add("graph", graph.Checksum);
        Add("weights", ValueChecksum.Of(graph, parameters));
        if (format.Seed is { } seed)
            Add("seed", Text(seed));
        Add("multiply_adds", Text(costs.MultiplyAdds));
        Add("parameters", Text(costs.Parameters));
        return model;

        void Add(string key, string value) =>
            model.MetadataProps.Add(new StringStringEntryProto { Key = MetadataPrefix + key, Value = value });

        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
