using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Files;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>
/// Goes through the nodes that the output depends on, in their order: what can be computed from constants and shapes is
/// computed, what only moves elements is followed element by element, and the rest becomes layers.
/// </summary>
internal sealed class GraphReader
{
    private const int LargestInput = 32_768;

    private static readonly ImmutableArray<string> MovingOperators = ["Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose", "Slice", "Gather", "Split", "Expand"];

    private readonly FileGraph file;
    private readonly OnnxLimits limits;
    private readonly TensorData data;
    private readonly int images;
    private readonly NetworkSketch sketch = new();
    private readonly Dictionary<string, FileValue> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> left;
    private readonly WorkBudget constants, moved, weights;

    /// <param name="images">That shapes are computed for.</param>
    public GraphReader(FileGraph file, OnnxLimits limits, TensorData data, int images)
    {
        (this.file, this.limits, this.data, this.images) = (file, limits, data, images);
        left = new Dictionary<string, int>(file.Readers, StringComparer.Ordinal);
        constants = new WorkBudget(limits.ConstantElements);
        moved = new WorkBudget(limits.AllMovedElements);
        weights = new WorkBudget(limits.Parameters);
    }

    public NetworkSketch Sketch => sketch;

    public SortedSet<string> Notices { get; } = new(StringComparer.Ordinal);

    /// <summary>Nodes that are not understood, in their order.</summary>
    public List<(NodeReader Node, string Reason)> Refused { get; } = [];

    /// <summary>Nodes behind those, of which nothing can be said.</summary>
    public int Unseen { get; private set; }

    /// <param name="isLast">Whether the file has the input's channels last.</param>
    /// <returns>The layer whose map is the network's output; null where nodes were refused.</returns>
    /// <exception cref="RefusalException">The output is none.</exception>
    public int? Read(MapShape input, bool isLast)
    {
        sketch.Add(new Input(input));
        var map = new MapValue(new Origin(sketch, 0), [images, input.Channels, input.Height, input.Width]);
        values[file.InputName] = new FileValue(null, isLast ? ChannelsLast.Of(map, images, moved) : map);
        foreach (NodeReader node in file.Live)
            Step(node);
        if (Refused.Count > 0)
            return null;
        return values.TryGetValue(file.OutputName, out FileValue value) && value.Map is { } output
            ? Output(output)
            : throw new RefusalException("the output is not computed from the image");
    }

    private int Output(MapValue output)
    {
        if (output.Pads != default)
            throw new RefusalException("the output is a padded map");
        if (output.Numbers is { } numbers)
        {
            bool[] seen = new bool[images * output.Origin.Shape.Elements];
            foreach (int number in numbers)
                seen[number] = true;
            if (numbers.Length != seen.Length || seen.Contains(false))
                throw new RefusalException("the output is a part of a map");
            Notices.Add("the output's elements are in another order in the file");
        }

        int layer = output.Origin.Emit();
        return layer > 0 ? layer : throw new RefusalException("there is no layer between input and output");
    }

    private void Step(NodeReader node)
    {
        ImmutableArray<FileValue> inputs = [.. node.Node.Input.Select(Value)];
        int before = sketch.Count;
        if (inputs.Where((input, index) => node.HasInput(index) && input.IsUnknown).Any())
        {
            Unseen++;
        }
        else
        {
            try
            {
                ImmutableArray<FileValue> outputs = Outputs(node, inputs);
                for (int i = 0; i < node.Node.Output.Count; i++)
                    values[node.Node.Output[i]] = outputs[Math.Min(i, outputs.Length - 1)];
            }
            catch (RefusalException error)
            {
                Refuse(node, inputs, error.Message, error.Output);
            }
            catch (Exception error) when (error is ArgumentException or OverflowException or InvalidOperationException or IndexOutOfRangeException)
            {
                Refuse(node, inputs, error.Message.Split('\n')[0].TrimEnd('.'), null);
            }
        }

        for (int layer = before; layer < sketch.Count; layer++)
            if (sketch[layer].Output.Elements > limits.MapElements)
                throw new OnnxFileException(file.Name, $"node {node.Name} makes a map of {sketch[layer].Output}", FormattableString.Invariant($"up to {limits.MapElements} elements"));
        foreach (string input in node.Node.Input)
            if (input.Length > 0 && --left[input] == 0)
                values.Remove(input);
    }

    /// <summary>What stands behind it can be looked at where its result's shape is known.</summary>
    private void Refuse(NodeReader node, ImmutableArray<FileValue> inputs, string reason, MapShape? output)
    {
        Refused.Add((node, reason));
        if (inputs.FirstOrDefault(input => input.Map is not null).Map is not { Pads: var pads, Numbers: null } map || (output is null && (pads != default || !OperatorTable.IsElementwise(node.Type))))
            return;
        int layer = sketch.Add(new LayerSketch { Inputs = [0], Output = output ?? map.Origin.Shape });
        MapShape shape = sketch[layer].Output;
        if (shape.Height > 0 && shape.Width > 0)
            values[node.Node.Output[0]] = new FileValue(null, new MapValue(new Origin(sketch, layer), output is null ? map.Shape : [images, shape.Channels, shape.Height, shape.Width]));
    }

    private FileValue Value(string name)
    {
        if (name.Length == 0)
            return default;
        if (values.TryGetValue(name, out FileValue known))
            return known;
        if (!file.Initializers.TryGetValue(name, out TensorProto? tensor))
            return default;
        try
        {
            return values[name] = new FileValue(data.Read(tensor), null);
        }
        catch (RefusalException error)
        {
            throw new OnnxFileException(file.Name, error.Message, "tensors whose shape, type and data agree", error);
        }
    }

    private ImmutableArray<FileValue> Outputs(NodeReader node, ImmutableArray<FileValue> inputs)
    {
        if (node.Node.Domain is not ("" or "ai.onnx"))
            throw new RefusalException(node.Node.Domain.StartsWith("com.microsoft", StringComparison.Ordinal)
                ? "it was optimised by ONNX Runtime already, which wants the original"
                : "it is of another domain than ONNX's own, or a function");
        if (node.Type is "If" or "Loop" or "Scan")
            throw new RefusalException("what runs is decided while it runs");
        if (inputs.All(input => input.Map is null))
        {
            ImmutableArray<Constant> computed = ConstantOperators.Evaluate(node, [.. inputs.Select(input => input.Constant)], data.Read, Math.Min(limits.Elements, constants.Left))
                ?? throw new RefusalException("it is not computed from constants");
            constants.Spend(computed.Sum(constant => (long)constant.Count));
            return [.. computed.Select(constant => new FileValue(constant, null))];
        }

        if (inputs[0].Map is { } shaped && node.Type is "Shape" or "Size")
            return [new FileValue(node.Type == "Shape"
                ? Constant.List([.. ConstantOperators.ShapeOf(node, inputs[0].Map!.Shape)])
                : Constant.Of([], [(long)Shapes.Elements(inputs[0].Map!.Shape)]), null)];
        var context = new NodeContext(node, inputs, sketch, moved, weights, images, Notices, file.Readers.ContainsKey);
        if (!MovingOperators.Contains(node.Type) || inputs[0].Map is not { } map)
            return [new FileValue(null, OperatorTable.Read(context))];
        return [.. Moved(node, context, map).Select(value => new FileValue(null, value))];
    }

    private ImmutableArray<MapValue> Moved(NodeReader node, NodeContext context, MapValue map)
    {
        if (map.IsBehindEnd)
            return [map];
        if (node.Type == "Slice" && PaddingOperators.Crop(context, map) is { } cropped)
            return [cropped];
        map.RequirePlain();
        ImmutableArray<Movement> movements = Movement.Of(node, map.Shape, context.Constant, Math.Min(limits.MovedElements, moved.Left))!.Value;
        moved.Spend(movements.Sum(movement => movement.Numbers?.LongLength ?? 0));
        var outputs = ImmutableArray.CreateBuilder<MapValue>();
        for (int i = 0; i < movements.Length; i++)
        {
            MapValue value = map.Moved(movements[i], images, limits.MovedElements);
            // Layers stand where the file has them, unless more moves make them another choice of channels.
            if (value.Numbers is null && (value.Origin.IsRun || !file.IsReadOnlyBy(node.Node.Output[i], MovingOperators)))
                value.Origin.Emit();
            outputs.Add(value);
        }

        return outputs.ToImmutable();
    }
}
