using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>Compares whole maps, and says where they differ first.</summary>
internal static class MapAssert
{
    /// <summary>
    /// Float32 against double, relative to the map's largest value. A sum of n products has a rounding error of about
    /// sqrt(n) 2^-24 of it: 2.5e-6 for the longest sum here, 1728 products.
    /// </summary>
    public const double Tolerance = 5e-6;

    /// <param name="tolerance">More than the usual one where the errors of many layers add up.</param>
    public static void Near(
        ReadOnlySpan<double> reference, ReadOnlySpan<float> ours, MapShape shape, string what, double tolerance = Tolerance)
    {
        Assert.Equal(reference.Length, ours.Length);
        var error = new RelativeError();
        double largest = 0;
        for (int i = 0; i < ours.Length; i++)
        {
            error.Add(ours[i], reference[i]);
            largest = Math.Max(largest, Math.Abs(reference[i]));
        }

        if (error.Value <= tolerance)
            return;
        int wrong = 0, first = -1;
        for (int i = 0; i < ours.Length; i++)
        {
            if (Math.Abs(ours[i] - reference[i]) <= tolerance * largest)
                continue;
            wrong++;
            first = first < 0 ? i : first;
        }

        Assert.Fail(FormattableString.Invariant(
            $"{what}: error {error.Value:g3}, {wrong} of {ours.Length} values wrong, the first at {Position(first, shape)}: {ours[first]:g9}, Reference has {reference[first]:g9}."));
    }

    /// <summary>Bit for bit.</summary>
    public static void Same(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, MapShape shape, string what) =>
        Same(expected, actual, shape, _ => true, what);

    /// <summary>Bit for bit at the positions (image, y, x) that <paramref name="where"/> names.</summary>
    public static void Same(
        ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, MapShape shape, Predicate<(int Image, int Y, int X)> where, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            (int image, _, int y, int x) = Place(i, shape);
            if (where((image, y, x)) && BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                Assert.Fail(FormattableString.Invariant($"{what}: at {Position(i, shape)} {actual[i]:g9} instead of {expected[i]:g9}."));
        }
    }

    private static string Position(int index, MapShape shape)
    {
        (int image, int channel, int y, int x) = Place(index, shape);
        return FormattableString.Invariant($"image {image}, channel {channel}, row {y}, column {x}");
    }

    private static (int Image, int Channel, int Y, int X) Place(int index, MapShape shape) => (
        index / (int)shape.Elements,
        index / shape.Pixels % shape.Channels,
        index / shape.Width % shape.Height,
        index % shape.Width);
}
