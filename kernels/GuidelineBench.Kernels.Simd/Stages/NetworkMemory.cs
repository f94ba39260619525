using GuidelineBench.Execution.Buffers;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Stages;

/// <summary>The native memory of a network's plan: buffers for maps, packed parameters, tables.</summary>
internal sealed unsafe class NetworkMemory : IDisposable
{
    /// <summary>Floats before and after each buffer: windows read up to two vectors beyond a row and mask what they read.</summary>
    private const int Margin = 64;

    /// <summary>Parameters of many layers in one piece, so that large pages can be used and pieces lie one behind the other.</summary>
    private const long ChunkBytes = 8 * 1024 * 1024;

    private readonly IBufferAllocator allocator;
    private readonly List<nint> allocated = [];
    private readonly nint[] buffers;
    private readonly int batch;
    private nint chunk;
    private long chunkLeft;

    /// <param name="placement">Which buffers there are.</param>
    public NetworkMemory(MapPlacement placement, int batch, IBufferAllocator allocator)
    {
        this.allocator = allocator;
        this.batch = batch;
        try
        {
            buffers = [.. placement.BufferFloats.Select(floats => (nint)Buffer(batch * floats))];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Address of a tile of an image.</summary>
    public float* Tile(MapPlace place, int image, int tile) =>
        (float*)buffers[place.Buffer] + image * place.ImageFloats + (long)tile * place.TileFloats;

    /// <summary>Address of a tile of an image for a thread.</summary>
    public float* Tile(MapPlace place, int image, int tile, int thread) =>
        place.IsInThreadMemory
            ? (float*)place.ThreadMemory[thread] + tile % place.Ring * place.TileFloats
            : Tile(place, image, tile);

    /// <summary>A buffer of its own with margins on both sides, all zero.</summary>
    public float* Buffer(long floats) => (float*)Allocate(sizeof(float) * (floats + 2 * Margin)) + Margin;

    /// <summary>Memory for parameters and tables, aligned to a cache line, all zero.</summary>
    public nint Parameters(long bytes)
    {
        long rounded = (Math.Max(1, bytes) + 63) / 64 * 64;
        if (rounded > chunkLeft)
        {
            chunkLeft = Math.Max(rounded, ChunkBytes);
            // Kernels read up to a vector beyond the last parameter.
            chunk = Allocate(chunkLeft + 64);
        }

        nint address = chunk;
        chunk += (nint)rounded;
        chunkLeft -= rounded;
        return address;
    }

    /// <summary>A table of distances.</summary>
    public nint* Table(IReadOnlyCollection<nint> distances)
    {
        nint* table = (nint*)Parameters((long)sizeof(nint) * distances.Count);
        int next = 0;
        foreach (nint distance in distances)
            table[next++] = distance;
        return table;
    }

    /// <summary>Offsets of a place's channels from the start of a tile, in bytes.</summary>
    public nint* ChannelTable(MapPlace place) =>
        Table([.. Enumerable.Range(0, place.Channels).Select(channel => (nint)sizeof(float) * place.ChannelOffset(channel))]);

    /// <summary>A map's pieces that lie together, in the order batch, channel, pixel: address and number of floats.</summary>
    public IEnumerable<(nint Address, int Length)> Rows(MapPlace place)
    {
        int pixels = place.Layout.Height * place.Layout.Width;
        for (int image = 0; image < batch; image++)
        {
            for (int channel = 0; channel < place.Channels; channel++)
            {
                for (int tile = 0, left = pixels; left > 0; tile++, left -= place.Layout.TilePixels)
                    yield return (Address(place, image, tile, channel), Math.Min(left, place.Layout.TilePixels));
            }
        }
    }

    public void Dispose()
    {
        foreach (nint address in allocated)
            allocator.Free(address);
        allocated.Clear();
    }

    private nint Address(MapPlace place, int image, int tile, int channel) =>
        (nint)(Tile(place, image, tile) + place.ChannelOffset(channel));

    private nint Allocate(long bytes)
    {
        nint address = allocator.Allocate(bytes);
        allocated.Add(address);
        return address;
    }
}
