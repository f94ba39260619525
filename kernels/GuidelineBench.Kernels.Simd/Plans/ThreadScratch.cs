namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>Memory of each thread for itself: tiles of the maps between operators, and the addresses of one launch.</summary>
/// <param name="start">Start of the first thread's part.</param>
/// <param name="mapBytes">Bytes of maps in each part.</param>
internal sealed unsafe class ThreadScratch(nint start, long mapBytes)
{
    /// <summary>Most operands of one operator.</summary>
    public const int MostInputs = 32;

    /// <summary>Lines between the parts, so that no line is shared and neighbours are not prefetched.</summary>
    private const int Gap = 4096;

    public static long BytesFor(int threads, long mapBytes) => threads * PartBytes(mapBytes);

    /// <summary>Address of a thread's maps.</summary>
    public nint Maps(int thread) => start + (nint)(thread * PartBytes(mapBytes));

    /// <summary>Room for the addresses of the inputs, then for as many distances.</summary>
    public nint* Addresses(int thread) => (nint*)(Maps(thread) + (nint)Lines(mapBytes));

    private static long PartBytes(long mapBytes) => Lines(mapBytes) + 2 * MostInputs * sizeof(nint) + Gap;

    private static long Lines(long bytes) => (bytes + 63) / 64 * 64;
}
