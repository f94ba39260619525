namespace GuidelineBench.Core.Layers;

/// <summary>A square window that moves over a map: what convolutions and poolings have in common.</summary>
public sealed record Window
{
    /// <exception cref="ArgumentException">The kernel size or the stride is not positive.</exception>
    public Window(int kernelSize, int stride, Padding padding)
    {
        if (kernelSize < 1 || stride < 1)
            throw new ArgumentException(FormattableString.Invariant(
                $"A window's kernel size and stride are positive, not {kernelSize} and {stride}."));
        KernelSize = kernelSize;
        Stride = stride;
        Padding = padding;
    }

    /// <summary>k; rows and columns alike.</summary>
    public int KernelSize { get; }

    /// <summary>Pixels between two positions; rows and columns alike.</summary>
    public int Stride { get; }

    public Padding Padding { get; }

    /// <summary>Whether it has stride 1 and keeps the map's size with equal padding on all sides.</summary>
    public bool IsCentered => Stride == 1 && KernelSize % 2 == 1 && Padding == Padding.Around(KernelSize / 2);

    /// <summary>k x k, and stride and padding where they are not the usual ones.</summary>
    public string Signature => IsCentered
        ? FormattableString.Invariant($"{KernelSize}x{KernelSize}")
        : FormattableString.Invariant($"{KernelSize}x{KernelSize}/{Stride} pad={Padding}");

    /// <summary>floor((size + padding - k) / stride) + 1 in both directions, channels unchanged.</summary>
    /// <exception cref="ArgumentException">The window does not fit the padded map.</exception>
    public MapShape OutputShape(MapShape input)
    {
        int height = Positions(input.Height + Padding.Top + Padding.Bottom);
        int width = Positions(input.Width + Padding.Left + Padding.Right);
        return height > 0 && width > 0
            ? new MapShape(input.Channels, height, width)
            : throw new ArgumentException($"A window {Signature} does not fit a map of {input}.", nameof(input));
    }

    private int Positions(int size) => size < KernelSize ? 0 : (size - KernelSize) / Stride + 1;
}

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
