using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>
/// The rows of input under a tile, in shared memory as they lie in their planes: rows follow each other without a gap, so
/// that quads are copied whatever the map's width. What is outside of the map is one place for all.
/// </summary>
/// <param name="origin">Index of the map's first pixel, were it there.</param>
internal readonly struct SharedRows(ArrayView<float> floats, int origin, int height, int width)
{
    private readonly ArrayView<float> floats = floats;
    private readonly int origin = origin, height = height, width = width;

    public float At(int row, int column) =>
        At(row, column, row >= 0 & row < height & column >= 0 & column < width);

    /// <param name="isInside">Whether the pixel is one of the map.</param>
    public float At(int row, int column, bool isInside) => floats[isInside ? origin + row * width + column : 0];

    public bool HasRow(int row) => row >= 0 & row < height;

    public bool HasColumn(int column) => column >= 0 & column < width;

    /// <summary>Fills shared memory with all threads of the group.</summary>
    /// <param name="outside">What is read outside of the map.</param>
    public static void Load(WindowArguments arguments, ArrayView<float> floats, float outside)
    {
        if (Group.IdxX == 0)
            floats[0] = outside;
        int firstQuad = FirstQuad(arguments);
        int top = Top(arguments);
        int end = IntrinsicMath.Clamp(top + (arguments.Rows - 1) * arguments.Stride + arguments.KernelSize, 0, arguments.Height);
        int quads = (end * arguments.Width + 3) / 4 - firstQuad;
        ArrayView<Float4> target = floats.Cast<Float4>();
        for (int i = Group.IdxX; i < quads * arguments.PlanesPerGroup; i += Group.DimX)
        {
            int slot = i / quads;
            int quad = i - slot * quads;
            int plane = Grid.IdxX * arguments.PlanesPerGroup + slot;
            if (plane < arguments.Planes)
            {
                int image = plane / arguments.Channels;
                int source = arguments.Input.FirstQuad(image, plane - image * arguments.Channels) + firstQuad + quad;
                target[WindowTile.ReservedFloats / 4 + slot * arguments.SlotQuads + quad] = arguments.Input.Read(source);
            }
        }
    }

    /// <returns>The rows of one plane of the group.</returns>
    public static SharedRows Of(WindowArguments arguments, ArrayView<float> floats, int slot) => new(
        floats, WindowTile.ReservedFloats + 4 * (slot * arguments.SlotQuads - FirstQuad(arguments)), arguments.Height, arguments.Width);

    private static int Top(WindowArguments arguments) => Grid.IdxY * arguments.Rows * arguments.Stride - arguments.Top;

    private static int FirstQuad(WindowArguments arguments) =>
        IntrinsicMath.Clamp(Top(arguments), 0, arguments.Height) * arguments.Width / 4;
}
