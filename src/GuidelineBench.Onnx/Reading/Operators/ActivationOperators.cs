using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>Functions of each element by itself, in the forms that exporters give them.</summary>
internal static class ActivationOperators
{
    private const double Tolerance = 1e-6;

    public static MapValue Relu(NodeContext context) => Relu(context, context.Map(0));

    public static MapValue SigmoidOf(NodeContext context) => context.Elementwise(context.Map(0), new Sigmoid());

    public static MapValue HardSigmoidOf(NodeContext context)
    {
        (float alpha, float beta) = (context.Node.Float("alpha", 0.2f), context.Node.Float("beta", 0.5f));
        if (Math.Abs(alpha - 1.0 / 6) > Tolerance || Math.Abs(beta - 0.5) > Tolerance)
            throw Refusal.Of($"its slope is {alpha} and its offset {beta}, not 1/6 and 1/2");
        return context.Elementwise(context.Map(0), new HardSigmoid());
    }

    public static MapValue Clip(NodeContext context)
    {
        float low = float.NegativeInfinity, high = float.PositiveInfinity;
        if (context.Node.Opset < 11)
            (low, high) = (context.Node.Float("min", low), context.Node.Float("max", high));
        else
            (low, high) = (Bound(1, low), Bound(2, high));
        return Bounded(context, context.Map(0), low, high);

        float Bound(int input, float otherwise) => !context.Node.HasInput(input) ? otherwise
            : context.Constant(input, "bounds") is { Count: 1 } bound ? bound.ToFloats()[0]
            : throw new RefusalException("its bounds are not one number each");
    }

    /// <summary>Max or Min of a map and a number.</summary>
    public static MapValue Extreme(NodeContext context)
    {
        bool isMax = context.Node.Type == "Max";
        if (context.Inputs.Length == 1)
            return context.Map(0);
        if (context.Inputs.Length != 2 || (context.Constant(0) ?? context.Constant(1)) is not { Count: 1 } bound)
            throw new RefusalException("it compares two maps");
        MapValue value = context.Map(context.Constant(0) is null ? 0 : 1);
        float number = bound.ToFloats()[0];
        return isMax ? Bounded(context, value, number, float.PositiveInfinity) : Bounded(context, value, float.NegativeInfinity, number);
    }

    private static MapValue Bounded(NodeContext context, MapValue value, float low, float high)
    {
        bool hasLow = low > NodeContext.Lowest, hasHigh = high < -NodeContext.Lowest;
        if (!hasLow && !hasHigh)
            return value;
        if (low == 0 && !hasHigh)
            return Relu(context, value);
        value.RequirePlain();
        int layer = value.Origin.Emit();
        // Behind a ReLU the lower bound is there already.
        bool isRectified = context.Sketch[layer].Layer is ReLU or ReLU6;
        if (high == 6 && (low == 0 || (isRectified && !(low > 0))))
            return context.Sketch[layer].Layer is ReLU6 ? value
                : context.Elementwise(isRectified ? value.With(context.Sketch, context.Sketch[layer].Inputs[0]) : value, new ReLU6());
        throw Refusal.Of($"bounds of {low} and {high} are not among the activations, 0 and 6 are");
    }

    private static MapValue Relu(NodeContext context, MapValue value)
    {
        value.RequirePlain();
        return context.Sketch[value.Origin.Emit()].Layer is ReLU or ReLU6 ? value : context.Elementwise(value, new ReLU());
    }

    /// <summary>min(max(x + 3, 0), 6) times 1/6, as exporters wrote a hard sigmoid that they had no operator for.</summary>
    /// <returns>Null where the value is no such one.</returns>
    public static MapValue? Sixth(NodeContext context, MapValue value, double factor)
    {
        if (Math.Abs(factor - 1.0 / 6) > Tolerance || value.Pads != default || value.IsBehindEnd)
            return null;
        LayerSketch divided = context.Sketch[value.Origin.Emit()];
        if (IsAffine(divided, 6, 0) && context.Sketch[divided.Inputs[0]].Layer is HardSwish)
            return value.With(context.Sketch, divided.Inputs[0]);
        return Clipped(context.Sketch, divided) is { } x ? context.Elementwise(value.With(context.Sketch, x), new HardSigmoid()) : null;
    }

    /// <summary>A map times a gate that is made of it: hard-swish and SiLU.</summary>
    /// <returns>Null where it is another product.</returns>
    public static MapValue? Swish(NodeContext context, MapValue value, MapValue gate)
    {
        int x = value.Origin.Emit();
        LayerSketch gated = context.Sketch[gate.Origin.Emit()];
        if (gated.Layer is HardSigmoid or Sigmoid)
            return gated.Inputs[0] == x ? context.Elementwise(value, gated.Layer is Sigmoid ? new SiLU() : new HardSwish()) : null;
        // Six times what is divided by 6 afterwards.
        if (Clipped(context.Sketch, gated) != x)
            return null;
        MapValue swish = context.Elementwise(value, new HardSwish());
        int channels = value.Origin.Shape.Channels;
        return swish.With(context.Sketch, context.Sketch.AddAffine(swish.Origin.Emit(), [.. Enumerable.Repeat(6.0, channels)], new double[channels]));
    }

    public static MapValue HardSwishOf(NodeContext context) => context.Elementwise(context.Map(0), new HardSwish());

    public static MapValue Swish(NodeContext context) => context.Node.Float("alpha", 1) == 1
        ? context.Elementwise(context.Map(0), new SiLU())
        : throw Refusal.Of($"its factor is {context.Node.Float("alpha", 1)}, not 1");

    /// <returns>x, where the layer is min(max(x + 3, 0), 6).</returns>
    private static int? Clipped(NetworkSketch sketch, LayerSketch layer) =>
        layer.Layer is ReLU6 && IsAffine(sketch[layer.Inputs[0]], 1, 3) ? sketch[layer.Inputs[0]].Inputs[0] : null;

    private static bool IsAffine(LayerSketch layer, double factor, double offset) => layer is { MayFold: true, Affine: { } affine }
        && affine.Scale.All(scale => scale == factor) && affine.Shift.All(shift => shift == offset);
}
