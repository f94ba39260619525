using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Simd.Layouts;

/// <summary>
/// How a feature map lies in memory: pixels along the vector, [image][tile][channel][pitch]. A tile holds some
/// consecutive pixels of all channels, so that a 1x1 convolution reads one contiguous block whatever its width,
/// and an odd number of channels wastes nothing.
/// </summary>
/// <param name="Height">Rows of the map.</param>
/// <param name="Width">Columns of the map.</param>
/// <param name="TilePixels">Pixels of one tile, in row-major order.</param>
/// <param name="Pitch">Floats from one channel of a tile to the next.</param>
/// <param name="Tiles">Tiles of one image, without borders.</param>
/// <param name="BorderTiles">Zero tiles before and after each image: rows that a 3x3 convolution reads beyond the map.</param>
internal sealed record MapLayout(int Height, int Width, int TilePixels, int Pitch, int Tiles, int BorderTiles)
{
    /// <summary>Some vectors of pixels to a tile, whatever the map's width; for networks of 1x1 convolutions.</summary>
    /// <param name="vectors">1 to <see cref="MaxPanelVectors"/>.</param>
    public static MapLayout PixelTiles(MapShape shape, int vectors)
    {
        int pixels = vectors * VectorWidth.Lanes;
        return new MapLayout(shape.Height, shape.Width, pixels, pixels, (shape.Pixels + pixels - 1) / pixels, BorderTiles: 0);
    }

    /// <summary>
    /// One row to a tile, with zeros to its right that are also the left border of the next channel's row, and a
    /// zero row above and below: a 3x3 convolution needs no special case at any edge.
    /// </summary>
    public static MapLayout RowTiles(MapShape shape)
    {
        const int lineFloats = 16;
        int pitch = (shape.Width + 1 + lineFloats - 1) / lineFloats * lineFloats;
        // Else all channels of a panel narrower than the row would share a quarter of the first-level cache, or less;
        // measured, with 256 bits, 1x1 over 128 channels 8 % and 3x3 over 32 channels 3 % slower.
        if (LanesFor(shape.Width) > MaxRowVectors * VectorWidth.Lanes && pitch % (4 * lineFloats) == 0)
            pitch += VectorWidth.Lanes;
        return new MapLayout(shape.Height, shape.Width, shape.Width, pitch, shape.Height, BorderTiles: 1);
    }

    /// <summary>
    /// Some whole rows to a tile, pixel behind pixel: for networks, whose maps change size. A 1x1 convolution wastes no
    /// lane on borders, and a window finds the rows above and below at known distances.
    /// </summary>
    /// <param name="rows">1 to the map's height; the last tile may hold rows that are not part of the map.</param>
    public static MapLayout WholeRows(MapShape shape, int rows)
    {
        int pixels = rows * shape.Width;
        // Behind the last row a window writes up to a vector, less one pixel, beyond the map, and a kernel that goes row by
        // row the lanes of its last vector.
        int overrun = shape.Width < VectorWidth.Lanes ? VectorWidth.Lanes - 1 : LanesFor(shape.Width) - shape.Width;
        int pitch = (pixels + overrun + 15) / 16 * 16;
        return new MapLayout(shape.Height, shape.Width, pixels, pitch, (shape.Height + rows - 1) / rows, BorderTiles: 0);
    }

    /// <summary>The same for a kernel that takes a tile of whole rows row by row.</summary>
    public MapLayout OneRow() => this with { TilePixels = Width, Tiles = Height };

    /// <summary>Rows of a tile; only for tiles of whole rows.</summary>
    public int TileRows => TilePixels / Width;

    /// <summary>As in a plan's text, e.g. <c>pixels32</c>, <c>rows56/64</c>.</summary>
    public string Name => BorderTiles == 0
        ? FormattableString.Invariant($"pixels{TilePixels}")
        : FormattableString.Invariant($"rows{TilePixels}/{Pitch}");

    /// <summary>Floats of one tile.</summary>
    public int TileFloats(int channels) => channels * Pitch;

    /// <summary>Floats of one image with its borders.</summary>
    public long ImageFloats(int channels) => (long)(Tiles + 2 * BorderTiles) * TileFloats(channels);

    /// <summary>Floats before the first image and after the last: a 3x3 kernel reads one pixel beyond either end.</summary>
    public int MarginFloats => BorderTiles == 0 ? 0 : 16;

    /// <summary>Floats of a whole buffer, a multiple of 16.</summary>
    public long BufferFloats(int channels, int batch) =>
        (batch * ImageFloats(channels) + 2 * MarginFloats + 15) / 16 * 16;

    /// <summary>Position of a tile's first float in the buffer.</summary>
    public long TileOffset(int channels, int image, int tile) =>
        MarginFloats + image * ImageFloats(channels) + (long)(BorderTiles + tile) * TileFloats(channels);

    /// <summary>Position of one value in the buffer.</summary>
    /// <param name="pixel">row * width + column.</param>
    public long Offset(int channels, int image, int channel, int pixel) =>
        TileOffset(channels, image, pixel / TilePixels) + (long)channel * Pitch + pixel % TilePixels;

    /// <summary>
    /// The tile's pixels as vectors, full ones, then what remains in ever shorter ones; in panels as equal as possible, as a
    /// panel of one vector would have too few multiply-adds under way at once. Equal panels are one run, and so one piece
    /// of code: code for each would have more variables than the JIT keeps in registers.
    /// </summary>
    /// <param name="vectors">Most vectors of one panel.</param>
    /// <param name="without">Last pixels that belong to no panel.</param>
    public ImmutableArray<PanelRun> Panels(int vectors, int without = 0)
    {
        Segment[] all = [.. Segments(TilePixels - without)];
        var runs = ImmutableArray.CreateBuilder<PanelRun>();
        int end = 0;
        for (int panels = (all.Length + vectors - 1) / vectors; panels > 0; panels--)
        {
            int start = end;
            end += (all.Length - start + panels - 1) / panels;
            ImmutableArray<Segment> segments =
                [.. all[start..end].Select(segment => segment with { Offset = segment.Offset - all[start].Offset })];
            if (runs.Count > 0 && runs[^1].Segments.SequenceEqual(segments))
                runs[^1] = runs[^1] with { Count = runs[^1].Count + 1 };
            else
                runs.Add(new PanelRun(segments, 1));
        }

        return runs.ToImmutable();
    }

    /// <summary>Lanes of the vectors that hold so many pixels: full vectors, the last one the shortest that holds the rest.</summary>
    public static int LanesFor(int pixels) => Segments(pixels).Sum(segment => segment.Lanes);

    private static IEnumerable<Segment> Segments(int pixels)
    {
        for (int pixel = 0; pixel < pixels;)
        {
            int left = pixels - pixel;
            int bits = VectorWidth.Bits;
            while (bits > 128 && left <= bits / 64)
                bits /= 2;
            var segment = new Segment(pixel, bits, Math.Min(left, bits / 32));
            yield return segment;
            pixel += segment.Pixels;
        }
    }

    /// <summary>
    /// Most vectors of pixels that are held at once. More share each weight among more multiply-adds but leave room for
    /// fewer output channels; with 16 registers two leave room for six, three for only four.
    /// </summary>
    public static int MaxPanelVectors => VectorWidth.Registers == 32 ? 4 : 2;

    /// <summary>Most vectors of a panel of the controlled experiments.</summary>
    public int PanelVectors => BorderTiles > 0 ? MaxRowVectors : MaxPanelVectors;

    /// <summary>
    /// Where a tile is a row. With 16 registers three: the seven vectors of 56 columns would else end in a panel of one, which
    /// keeps six multiply-adds under way where two units with a latency of four cycles need eight.
    /// </summary>
    private static int MaxRowVectors => VectorWidth.Registers == 32 ? 4 : 3;
}
