using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>A number of its own for each channel: batch norms, and sums and products with constants.</summary>
internal static class ChannelOperators
{
    public static MapValue BatchNormalization(NodeContext context)
    {
        MapValue value = context.Map(0);
        value.RequirePlain();
        if (context.Node.Int("training_mode", 0) != 0 || context.Node.Int("spatial", 1) == 0)
            throw new RefusalException("it computes mean and variance itself");
        if (!(value.Shape.Length == 2 && value.Numbers is null && value.Origin.Shape.Pixels == 1))
            value.Map();
        int channels = value.Origin.Shape.Channels;
        float[][] numbers = [.. Enumerable.Range(1, 4).Select(input => context.Constant(input, "parameters").ToFloats())];
        if (numbers.Any(list => list.Length != channels))
            throw Refusal.Of($"its parameters are not of {channels} channels");
        double epsilon = Decimal(context.Node.Float("epsilon", 1e-5f));
        double[] scale = [.. numbers[0].Select((factor, channel) => factor / Math.Sqrt(numbers[3][channel] + epsilon))];
        double[] shift = [.. numbers[1].Select((offset, channel) => offset - numbers[2][channel] * scale[channel])];
        // Without statistics it is a scale and shift of its own, as this tool writes those.
        bool isFolded = epsilon == 0 && numbers[2].All(mean => mean == 0) && numbers[3].All(variance => variance == 1);
        return value.With(context.Sketch, context.Sketch.AddAffine(value.Origin.Emit(), scale, shift, context.ModuleName(1), mayFold: !isFolded));
    }

    /// <summary>Add, Sub, Mul or Div of a map and a constant.</summary>
    public static MapValue Arithmetic(NodeContext context)
    {
        bool isFirst = context.Constant(0) is null;
        MapValue value = context.Map(isFirst ? 0 : 1);
        Constant constant = context.Constant(isFirst ? 1 : 0, "factors");
        value.RequirePlain();
        if (constant.Count == 1 && context.Node.Type is "Mul" or "Div" && isFirst
            && ActivationOperators.Sixth(context, value, context.Node.Type == "Mul" ? constant[0] : 1 / constant[0]) is { } sigmoid)
            return sigmoid;
        double[] numbers = OfChannels(context, value, constant);
        double[] ones = [.. numbers.Select(_ => 1.0)], zeros = new double[numbers.Length];
        (double[] scale, double[] shift) = context.Node.Type switch
        {
            "Add" => (ones, numbers),
            "Sub" when isFirst => (ones, [.. numbers.Select(number => -number)]),
            "Sub" => ([.. ones.Select(one => -one)], numbers),
            "Mul" => (numbers, zeros),
            "Div" when isFirst => (numbers.Select(number => 1 / number).ToArray(), zeros),
            _ => throw new RefusalException("it divides by a map"),
        };
        return value.With(context.Sketch, context.Sketch.AddAffine(value.Origin.Emit(), scale, shift, isShift: context.Node.Type is "Add" || (context.Node.Type is "Sub" && isFirst)));
    }

    public static MapValue Neighbours(NodeContext context)
    {
        Origin map = context.Map(0).Map();
        long size = context.Node.Int("size", 0);
        if (size is < 1 or > 1_000_000 || size % 2 == 0)
            throw Refusal.Of($"an even size is centred differently, and {size} is no odd one");
        return context.Layer(
            new LocalResponseNormalization((int)size, Decimal(context.Node.Float("alpha", 1e-4f)), Decimal(context.Node.Float("beta", 0.75f)), Decimal(context.Node.Float("bias", 1))),
            map.Emit());
    }

    /// <summary>The number that was written down, as float32 holds it.</summary>
    private static double Decimal(float number) =>
        double.Parse(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>By channel of the origin.</returns>
    /// <exception cref="RefusalException">The constant differs within a channel.</exception>
    private static double[] OfChannels(NodeContext context, MapValue value, Constant constant)
    {
        double[] numbers = new double[value.Origin.Shape.Channels];
        if (constant.Count == 1)
        {
            Array.Fill(numbers, constant[0]);
            return numbers;
        }

        if (!Shapes.Broadcast(value.Shape, constant.Shape).SequenceEqual(value.Shape))
            throw Refusal.Of($"its constant {Shapes.Text(constant.Shape)} is larger than {Shapes.Text(value.Shape)}");
        Array.Fill(numbers, double.NaN);
        int elements = Shapes.Elements(value.Shape, context.Work.Left);
        context.Work.Spend(elements);
        int[] places = Shapes.Repeated(constant.Shape, value.Shape, elements);
        for (int i = 0; i < elements; i++)
        {
            int channel = value.Channel(value.Numbers?[i] ?? i);
            double number = constant[places[i]];
            if (double.IsNaN(numbers[channel]))
                numbers[channel] = number;
            else if (numbers[channel] != number)
                throw new RefusalException("its constant differs from pixel to pixel");
        }

        return Array.Exists(numbers, double.IsNaN) ? throw new RefusalException("its constant is not of all channels") : numbers;
    }
}
