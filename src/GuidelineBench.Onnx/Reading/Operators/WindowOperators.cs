using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>Convolutions and poolings.</summary>
internal static class WindowOperators
{
    public static MapValue Convolution(NodeContext context)
    {
        MapValue input = context.Map(0);
        Constant weights = context.Constant(1, "weights");
        if (weights.Shape.Length != 4)
            throw Refusal.Of($"a convolution over {weights.Shape.Length - 2} dimensions is not among the layers");
        context.Weights.Spend(weights.Count);
        int outputs = (int)weights.Shape[0], fanIn = (int)weights.Shape[1];
        long[] kernel = [weights.Shape[2], weights.Shape[3]];
        if (context.Node.Ints("kernel_shape") is { } said && !said.SequenceEqual(kernel))
            throw new RefusalException("its kernel_shape is not that of its weights");
        var window = new WindowShape(context.Node, input, kernel);
        long groups = context.Node.Int("group", 1);
        if (groups < 1 || groups > window.Input.Channels || outputs < 1 || fanIn * groups != window.Input.Channels || outputs % groups != 0)
            throw Refusal.Of($"its weights {Shapes.Text(weights.Shape)} in {groups} groups are not for {window.Input.Channels} channels");
        if (window.HasGivenPads && input.Outside != 0)
            throw new RefusalException("it is padded with something else than zeros");
        float[]? bias = Bias(context, 2, outputs);
        var layer = new Convolution(window.Input.Channels, outputs, window.Window(outputs), (int)groups, bias is null ? BiasSource.None : BiasSource.Bias);
        return context.Whole(context.Sketch.Add(layer, context.ModuleName(1), weights.ToFloats(), bias ?? new float[outputs], input.Origin.Emit()));
    }

    public static MapValue MaxPooling(NodeContext context)
    {
        MapValue input = context.Map(0);
        var window = new WindowShape(context.Node, input, context.Node.Ints("kernel_shape") ?? []);
        if (context.Node.Int("storage_order", 0) != 0 || (context.Node.Node.Output.Count > 1 && context.IsUsed(context.Node.Node.Output[1])))
            throw new RefusalException("the places of the maxima are not computed");
        Window pooled = window.Window(window.Input.Channels);
        int layer = input.Origin.Emit();
        if (window.HasGivenPads && input.Outside > NodeContext.Lowest && (input.Outside != 0 || !Signs.IsNeverNegative(context.Sketch, layer) || !window.AlwaysReads))
            throw new RefusalException("what it is padded with takes part in the maximum");
        return context.Layer(new MaxPooling(pooled), layer);
    }

    public static MapValue AveragePooling(NodeContext context)
    {
        MapValue input = context.Map(0);
        var window = new WindowShape(context.Node, input, context.Node.Ints("kernel_shape") ?? []);
        bool countsPadding = context.Node.Int("count_include_pad", 0) != 0;
        if (window.IsWholeMap)
            return context.Layer(new GlobalAveragePooling(), input.Origin.Emit());
        if (window.HasExtra && (countsPadding || window.HasGivenPads))
            throw new RefusalException("its mean counts some of the pixels beyond the map, those of ceil_mode not");
        if (window.HasGivenPads && (input.Outside != 0 || (!countsPadding && window.HasPads)))
            throw new RefusalException("its mean counts some of the pixels beyond the map");
        return context.Layer(new AveragePooling(window.Window(window.Input.Channels), countsPadding || window.HasGivenPads), input.Origin.Emit());
    }

    /// <param name="input">Where it stands; it may be absent.</param>
    /// <exception cref="RefusalException">It is computed, or not of this length.</exception>
    public static float[]? Bias(NodeContext context, int input, int outputs)
    {
        if (!context.Node.HasInput(input))
            return null;
        Constant bias = context.Constant(input, "bias");
        return bias.Count == outputs && bias.Shape.All(side => side == 1 || side == outputs)
            ? bias.ToFloats()
            : throw Refusal.Of($"its bias {Shapes.Text(bias.Shape)} is not of {outputs} channels");
    }
}
