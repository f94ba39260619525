namespace GuidelineBench.Core.Layers;

/// <summary>
/// Zeros around a map, in pixels. A negative number leaves pixels out: (-1, -1, 1, 1) shifts the map by one pixel, as the
/// second path of NASNet's factorised reduction does.
/// </summary>
public readonly record struct Padding(int Top, int Left, int Bottom, int Right)
{
    public static Padding None { get; } = new(0, 0, 0, 0);

    /// <summary>The same on all sides.</summary>
    public static Padding Around(int pixels) => new(pixels, pixels, pixels, pixels);

    /// <summary>
    /// TensorFlow's SAME: the output has ceil(size / stride) pixels, and an odd pixel of padding goes to the bottom and the right.
    /// </summary>
    public static Padding Same(MapShape input, int kernelSize, int stride)
    {
        int rows = Total(input.Height), columns = Total(input.Width);
        return new Padding(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);

        int Total(int size) => Math.Max(0, ((size + stride - 1) / stride - 1) * stride + kernelSize - size);
    }

    public override string ToString() => FormattableString.Invariant($"{Top},{Left},{Bottom},{Right}");
}
