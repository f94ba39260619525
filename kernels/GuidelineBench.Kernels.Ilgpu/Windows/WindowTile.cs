using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Ilgpu.Maps;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>
/// What a group of threads computes: some rows of the output, over their whole width, of one plane, or small planes as a
/// whole. A thread computes some pixels of one column, one below the other. As text <c>1x8x4</c>.
/// </summary>
/// <param name="Planes">Planes of a group.</param>
/// <param name="Rows">Rows of output of a group.</param>
/// <param name="RowsPerThread">Pixels that a thread computes.</param>
internal readonly record struct WindowTile(int Planes, int Rows, int RowsPerThread)
{
    /// <summary>Floats of shared memory before the tile's, the first of them what is read outside of the map.</summary>
    public const int ReservedFloats = 4;

    /// <summary>Threads that a tile gives work to.</summary>
    private const int Threads = 128;

    /// <summary>A third of what a group can have without asking for more: several groups fit a multiprocessor.</summary>
    private const int UsualSharedFloats = 4096;

    private const int MostSharedFloats = 48 * 1024 / sizeof(float);

    /// <summary>Outputs from which threads that compute two or four of them still fill a large device.</summary>
    private const long ManyOutputs = 1 << 19, VeryManyOutputs = 1 << 21;

    /// <returns>Tiles worth trying, the usual one first.</returns>
    public static ImmutableArray<WindowTile> Choices(Window window, MapShape input, int batch)
    {
        long outputs = batch * window.OutputShape(input).Elements;
        int usual = outputs < ManyOutputs ? 1 : outputs < VeryManyOutputs ? 2 : 4;
        return [.. new[] { usual, 1, 2, 4 }.Select(rows => Of(window, input, rows)).Distinct()];
    }

    /// <summary>Floats of shared memory that a group needs.</summary>
    public int SharedFloats(Window window, DeviceMap input) => ReservedFloats + Planes * 4 * SlotQuads(window, input);

    /// <summary>Quads of shared memory for one plane: the rows of input under the tile's rows, from the quad on in which they begin.</summary>
    public int SlotQuads(Window window, DeviceMap input) => SlotQuads(window, input.Width, input.PlaneFloats, Rows);

    /// <summary>Whether a group can have so much shared memory.</summary>
    public bool Fits(Window window, DeviceMap input) => SharedFloats(window, input) <= MostSharedFloats;

    public override string ToString() => FormattableString.Invariant($"{Planes}x{Rows}x{RowsPerThread}");

    private static WindowTile Of(Window window, MapShape input, int rowsPerThread)
    {
        MapShape output = window.OutputShape(input);
        int planeFloats = (input.Pixels + 3) / 4 * 4;
        int threadRows = Math.Clamp(Threads / output.Width, 1, (output.Height + rowsPerThread - 1) / rowsPerThread);
        while (threadRows > 1 && Slot(threadRows) > UsualSharedFloats)
            threadRows--;
        // Tiles of equal height: the last one is no remainder.
        int tiles = (output.Height + threadRows * rowsPerThread - 1) / (threadRows * rowsPerThread);
        threadRows = ((output.Height + tiles - 1) / tiles + rowsPerThread - 1) / rowsPerThread;
        int planes = tiles > 1 ? 1 : Math.Clamp(Math.Min(Threads / (output.Width * threadRows), UsualSharedFloats / Slot(threadRows)), 1, Threads);
        return new WindowTile(planes, threadRows * rowsPerThread, rowsPerThread);

        int Slot(int rows) => 4 * SlotQuads(window, input.Width, planeFloats, rows * rowsPerThread);
    }

    private static int SlotQuads(Window window, int width, int planeFloats, int rows) =>
        Math.Min(planeFloats / 4, (((rows - 1) * window.Stride + window.KernelSize) * width + 3) / 4 + 1);
}
