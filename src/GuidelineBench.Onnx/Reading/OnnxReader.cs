using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Reading.Files;
using GuidelineBench.Onnx.Reading.Operators;
using GuidelineBench.Onnx.Reading.Values;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading;

/// <summary>Reads ONNX files of whatever exporter as networks of the layers that are here. Files are not trusted: what they ask for is checked before it is done.</summary>
public sealed class OnnxReader
{
    private const int OldestOpset = 7, NewestOpset = 27, TriedOpset = 22, OldestFormat = 3, NewestFormat = 13;

    /// <summary>An open number of images is tried with two, so that what mixes images is seen, and where that fails with one.</summary>
    private static readonly ImmutableArray<int> OpenImages = [2, 1];

    private const int MostImages = 1024, MostRefusals = 10;

    private const string Allowed = "an ONNX file of the operators that docs/onnx.md lists";

    private readonly string name;
    private readonly string? folder;
    private readonly OnnxLimits limits;
    private readonly OnnxChoices choices;

    private OnnxReader(string name, string? folder, OnnxLimits limits, OnnxChoices choices) =>
        (this.name, this.folder, this.limits, this.choices) = (name, folder, limits, choices);

    /// <summary>The network is named after the file.</summary>
    /// <exception cref="OnnxFileException">The file cannot be read, or is no network that can be run.</exception>
    public static OnnxNetwork Read(string path, OnnxChoices? choices = null, OnnxLimits? limits = null)
    {
        limits ??= OnnxLimits.Default;
        try
        {
            if (Directory.Exists(path) || !File.Exists(path))
                throw new OnnxFileException(path, Directory.Exists(path) ? "it is a folder" : "no such file", Allowed);
            byte[] bytes = InputFile.ReadAll(path, limits.FileBytes)
                ?? throw new OnnxFileException(path, FormattableString.Invariant($"it has more than {limits.FileBytes} bytes"), FormattableString.Invariant($"up to {limits.FileBytes}"));
            string? folder = InputFile.IsStream(path) ? null : Path.GetDirectoryName(Path.GetFullPath(path));
            return new OnnxReader(Path.GetFileName(path), folder, limits, choices ?? new OnnxChoices()).Read(bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new OnnxFileException(path, $"it cannot be read ({error.Message})", Allowed, error);
        }
    }

    /// <param name="name">What it is called in messages, and the network's name.</param>
    /// <exception cref="OnnxFileException">It is no network that can be run.</exception>
    public static OnnxNetwork Read(byte[] bytes, string name, OnnxChoices? choices = null, OnnxLimits? limits = null) =>
        new OnnxReader(name, null, limits ?? OnnxLimits.Default, choices ?? new OnnxChoices()).Read(bytes);

    private OnnxNetwork Read(byte[] bytes)
    {
        WireWalk.Check(bytes, name, limits);
        ModelProto model;
        try
        {
            model = ModelProto.Parser.WithDiscardUnknownFields(true).ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new OnnxFileException(name, $"it is damaged ({error.Message})", "an intact ONNX file", error);
        }

        int opset = Opset(model);
        var file = new FileGraph(model.Graph, name, opset, choices.Output);
        var input = InputShape.Of(file, choices.Size);
        string producer = LineText.Of($"{model.ProducerName} {model.ProducerVersion}".Trim());
        using ExternalData? external = folder is null ? null : new ExternalData(folder);
        var data = new TensorData(limits, external);
        (GraphReader read, int output) = Understood(file, data, input, opset);
        (Graph graph, NetworkParameters parameters) = read.Sketch.Finished(choices.Size is { } size ? FormattableString.Invariant($"{name}@{size.Height}x{size.Width}") : name, output);
        bool hasDenormals = RequireFinite(graph, parameters);
        if (data.Converted.Count > 0)
            read.Notices.Add($"weights were {string.Join(" and ", data.Converted)}: they are run as FP32");
        if (hasDenormals)
            read.Notices.Add("some weights are denormal, which can slow a processor down");
        if (opset > TriedOpset)
            read.Notices.Add(string.Create(CultureInfo.InvariantCulture, $"opset {opset} is newer than those that were tried, up to {TriedOpset}"));
        return new OnnxNetwork(graph, parameters, new OnnxSource(opset, producer, Convert.ToHexStringLower(Sha256.HashData(bytes)), [.. read.Notices]));
    }

    private int Opset(ModelProto model)
    {
        if (model.IrVersion is < OldestFormat or > NewestFormat)
            throw Refused($"its format (IR) is version {model.IrVersion}", $"{OldestFormat} to {NewestFormat}");
        if (model.Graph is null)
            throw new OnnxFileException(name, "it has no graph", Allowed);
        long[] own = [.. model.OpsetImport.Where(import => import.Domain is "" or "ai.onnx").Select(import => import.Version)];
        return own is [>= OldestOpset and <= NewestOpset and var opset]
            ? (int)opset
            : throw new OnnxFileException(
                name, own.Length == 1 ? string.Create(CultureInfo.InvariantCulture, $"its operators are of opset {own[0]}") : "it does not name one version of ONNX's operators",
                string.Create(CultureInfo.InvariantCulture, $"opset {OldestOpset} to {NewestOpset}"));
    }

    private (GraphReader Reader, int Output) Understood(FileGraph file, TensorData data, InputShape input, int opset)
    {
        OnnxFileException? first = null;
        foreach (int images in input.Images is { } given ? [given] : OpenImages)
        {
            if (images > MostImages)
                throw Refused($"it takes {images} images at once", $"up to {MostImages}");
            var reader = new GraphReader(file, limits, data, images);
            try
            {
                int? output = reader.Read(input.Map, input.IsLast);
                (Int128 multiplyAdds, _) = reader.Sketch.Costs();
                if (multiplyAdds > limits.MultiplyAdds)
                    throw Refused($"an image takes {multiplyAdds} multiply-adds", $"up to {limits.MultiplyAdds}");
                if (output is { } layer)
                {
                    if (images == 1 && input.Images is null)
                        reader.Notices.Add("its number of images is open, but parts of it are for one");
                    return (reader, layer);
                }

                first ??= new OnnxFileException(Refusals(file, reader, opset));
            }
            catch (RefusalException error)
            {
                first ??= new OnnxFileException(name, error.Message, Allowed, error);
            }
        }

        throw first!;
    }

    /// <summary>A line for each operator, and on the last what is understood.</summary>
    private IEnumerable<string> Refusals(FileGraph file, GraphReader reader, int opset)
    {
        var groups = reader.Refused.GroupBy(refused => refused.Node.Type).ToArray();
        (Int128 multiplyAdds, Int128 memoryAccess) = reader.Sketch.Costs();
        string rest = string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Live.Length - reader.Refused.Count - reader.Unseen} of {file.Live.Length} nodes are understood, with {multiplyAdds} multiply-adds and {memoryAccess} elements of memory access; not: {string.Join(", ", groups.Take(MostRefusals).Select(group => string.Create(CultureInfo.InvariantCulture, $"{Type(group.Key)} x{group.Count()}")))}{(reader.Unseen > 0 ? string.Create(CultureInfo.InvariantCulture, $", and {reader.Unseen} behind them") : "")}; allowed: {Allowed}");
        var shown = groups.Take(MostRefusals).ToArray();
        for (int i = 0; i < shown.Length; i++)
        {
            (NodeReader node, string reason) = shown[i].First();
            string more = shown[i].Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $" (and {shown[i].Count() - 1} more)") : "";
            string line = string.Create(CultureInfo.InvariantCulture, $"{name}: node {LineText.Quoted(node.Name)} ({Type(node.Type)}, opset {opset}): {reason}{more}");
            yield return i < shown.Length - 1 ? line + "." : $"{line}; {rest}";
        }

        static string Type(string type) => LineText.Quoted(type)[1..^1];
    }

    /// <returns>Whether there are numbers that a processor is slow with.</returns>
    private bool RequireFinite(Graph graph, NetworkParameters parameters)
    {
        bool hasDenormals = false;
        foreach ((Node node, WeightedLayer layer) in graph.WeightedLayers)
        {
            LayerParameters numbers = parameters[node.Index];
            foreach (float[] values in new[] { numbers.Weights, numbers.Bias })
            {
                int bad = Array.FindIndex(values, value => !float.IsFinite(value));
                if (bad >= 0)
                    throw Refused($"layer {node.Name ?? layer.Signature} has the weight {values[bad]}", $"finite numbers within float32's range");
                hasDenormals |= Array.Exists(values, float.IsSubnormal);
            }
        }

        return hasDenormals;
    }

    private OnnxFileException Refused(FormattableString what, FormattableString allowed) => new(name, FormattableString.Invariant(what), FormattableString.Invariant(allowed));
}
