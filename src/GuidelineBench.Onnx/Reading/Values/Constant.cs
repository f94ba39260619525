using System.Collections.Immutable;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>A tensor that is known without the network's input: numbers of one kind in row order.</summary>
internal sealed class Constant
{
    private Constant(ImmutableArray<long> shape, float[]? floats, long[]? integers)
    {
        Shape = shape;
        Floats = floats;
        Integers = integers;
    }

    public ImmutableArray<long> Shape { get; }

    /// <summary>Null of whole numbers.</summary>
    public float[]? Floats { get; }

    /// <summary>Whole numbers and truth values; null of floating-point ones.</summary>
    public long[]? Integers { get; }

    public int Count => Floats?.Length ?? Integers!.Length;

    public static Constant Of(ImmutableArray<long> shape, float[] values) => new(shape, values, null);

    public static Constant Of(ImmutableArray<long> shape, long[] values) => new(shape, null, values);

    /// <summary>A list of whole numbers, as shapes are.</summary>
    public static Constant List(params long[] values) => new([values.Length], null, values);

    public double this[int index] => Floats is null ? Integers![index] : Floats[index];

    public Constant WithShape(ImmutableArray<long> shape) => new(shape, Floats, Integers);

    /// <param name="numbers">Where each element of the result lies here.</param>
    public Constant Moved(ImmutableArray<long> shape, int[] numbers)
    {
        if (Floats is { } floats)
            return Of(shape, Array.ConvertAll(numbers, number => floats[number]));
        long[] integers = Integers!;
        return Of(shape, Array.ConvertAll(numbers, number => integers[number]));
    }

    /// <summary>As whole numbers; fractions are cut off.</summary>
    public long[] ToIntegers() => Integers ?? Array.ConvertAll(Floats!, value => (long)value);

    public float[] ToFloats() => Floats ?? Array.ConvertAll(Integers!, value => (float)value);
}
