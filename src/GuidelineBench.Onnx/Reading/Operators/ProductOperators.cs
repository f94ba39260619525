using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>Fully connected layers, which are products with a constant matrix.</summary>
internal static class ProductOperators
{
    public static MapValue Gemm(NodeContext context)
    {
        MapValue input = context.Map(0);
        if (context.Node.Int("transA", 0) != 0 || input.Shape.Length != 2)
            throw Refusal.Of($"it multiplies {Shapes.Text(input.Shape)}, or that transposed; images x elements are taken");
        Constant matrix = Matrix(context);
        bool isTransposed = context.Node.Int("transB", 0) != 0;
        float alpha = context.Node.Float("alpha", 1), beta = context.Node.Float("beta", 1);
        int outputs = (int)matrix.Shape[isTransposed ? 0 : 1];
        float[]? bias = null;
        if (context.Node.HasInput(2))
        {
            Constant given = context.Constant(2, "bias");
            if (given.Count != 1 && (given.Count != outputs || given.Shape[^1] != outputs))
                throw Refusal.Of($"its bias {Shapes.Text(given.Shape)} is not of {outputs} outputs");
            bias = [.. Enumerable.Range(0, outputs).Select(output => (float)(beta * given[given.Count == 1 ? 0 : output]))];
        }

        return Connected(context, input, matrix, isTransposed, alpha, bias);
    }

    public static MapValue MatMul(NodeContext context) => Connected(context, context.Map(0), Matrix(context), isTransposed: false, alpha: 1, bias: null);

    private static Constant Matrix(NodeContext context)
    {
        Constant matrix = context.Constant(1) ?? throw new RefusalException("a product of two values that are computed from the image, as attention has, is not among the layers");
        return matrix.Shape.Length == 2 && matrix.Count > 0 ? matrix : throw Refusal.Of($"its weights {Shapes.Text(matrix.Shape)} are no matrix");
    }

    /// <param name="isTransposed">Whether the matrix is outputs x inputs.</param>
    private static MapValue Connected(NodeContext context, MapValue input, Constant matrix, bool isTransposed, float alpha, float[]? bias)
    {
        input.RequirePlain();
        int outputs = (int)matrix.Shape[isTransposed ? 0 : 1], inputs = (int)matrix.Shape[isTransposed ? 1 : 0];
        if (input.Shape[^1] != inputs)
            throw Refusal.Of($"its weights {Shapes.Text(matrix.Shape)} are not for {input.Shape[^1]} elements");
        int[]? places = Places(context, input);
        context.Weights.Spend(matrix.Count);
        float[] source = matrix.ToFloats();
        float[] weights = isTransposed && places is null && alpha == 1 ? source : new float[source.Length];
        if (weights != source)
            for (int output = 0; output < outputs; output++)
                for (int i = 0; i < inputs; i++)
                    weights[output * inputs + (places?[i] ?? i)] = (float)((double)alpha * (isTransposed ? source[output * inputs + i] : source[i * outputs + output]));
        int layer = context.Sketch.Add(
            new FullyConnected(inputs, outputs, bias is null ? BiasSource.None : BiasSource.Bias), context.ModuleName(1), weights, bias ?? new float[outputs], input.Origin.Emit());
        return context.Whole(layer) with { Shape = [.. input.Shape[..^1], outputs] };
    }

    /// <returns>By element of an image in the value, where it lies in the image's map; null: in its order.</returns>
    /// <exception cref="RefusalException">The value is not all of each image, one image after the other.</exception>
    private static int[]? Places(NodeContext context, MapValue input)
    {
        long elements = input.Origin.Shape.Elements;
        if (input.Shape[0] != context.Images || input.Shape[^1] != elements || input.Shape.AsSpan()[1..^1].ContainsAnyExcept(1))
            throw Refusal.Of($"it multiplies {Shapes.Text(input.Shape)} of {input.Origin.Shape}, not each image as a whole");
        if (input.Numbers is not { } numbers)
            return null;
        int[] places = numbers[..(int)elements];
        for (int i = 0; i < numbers.Length; i++)
            if (numbers[i] != i / elements * elements + places[i % elements])
                throw new RefusalException("it multiplies elements of several images");
        return places.Order().SequenceEqual(Enumerable.Range(0, places.Length)) ? places : throw new RefusalException("it multiplies some elements of an image several times");
    }
}
