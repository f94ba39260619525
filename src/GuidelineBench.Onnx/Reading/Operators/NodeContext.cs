using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>A node with what its inputs stand for.</summary>
/// <param name="Work">Elements that may still be moved.</param>
/// <param name="Weights">Parameters that layers may still have.</param>
/// <param name="Images">That shapes are computed for.</param>
/// <param name="IsUsed">Whether a value is read by anything that the network's output depends on.</param>
internal sealed record NodeContext(
    NodeReader Node, ImmutableArray<FileValue> Inputs, NetworkSketch Sketch, WorkBudget Work, WorkBudget Weights, int Images, SortedSet<string> Notices, Func<string, bool> IsUsed)
{
    /// <summary>What torch's and other exporters write for minus infinity.</summary>
    public const float Lowest = -3.4e38f;

    /// <exception cref="RefusalException">It is a constant.</exception>
    public MapValue Map(int input) => input < Inputs.Length && Inputs[input].Map is { } map
        ? map
        : throw Refusal.Of($"its input {input} is not computed from the image");

    /// <returns>Null where the input is absent or computed.</returns>
    public Constant? Constant(int input) => input < Inputs.Length && Node.HasInput(input) ? Inputs[input].Constant : null;

    /// <param name="what">The input's name in a message.</param>
    /// <exception cref="RefusalException">It is computed, or absent.</exception>
    public Constant Constant(int input, string what) => Constant(input) ?? throw Refusal.Of(
        Node.HasInput(input) ? $"its {what} are computed from the image" : (FormattableString)$"it has no {what}");

    /// <summary>The value of a layer of its own, shaped as its map.</summary>
    public MapValue Layer(Layer layer, params ReadOnlySpan<int> inputs) => Whole(Sketch.Add(layer, inputs));

    /// <summary>A layer's map as N x C x H x W.</summary>
    public MapValue Whole(int layer)
    {
        MapShape shape = Sketch[layer].Output;
        return new MapValue(new Origin(Sketch, layer), [Images, shape.Channels, shape.Height, shape.Width]);
    }

    /// <summary>An operator of each element by itself on a value in whatever order.</summary>
    public MapValue Elementwise(MapValue value, Layer layer)
    {
        value.RequirePlain();
        return value.With(Sketch, Sketch.Add(layer, value.Origin.Emit()));
    }

    /// <summary>A name of the published implementation's module, from that of the weights or of the node.</summary>
    public string? ModuleName(int weights) => ModuleNames.Of(weights < Node.Node.Input.Count ? Node.Node.Input[weights] : "", Node.Node.Name);
}
