namespace GuidelineBench.Execution.Buffers;

/// <summary>Where a plan's native memory comes from.</summary>
public interface IBufferAllocator
{
    /// <summary>Every buffer starts at a multiple of this and is a multiple of it long.</summary>
    const int Alignment = 64;

    /// <returns>Address of at least <paramref name="bytes"/> bytes, all zero.</returns>
    /// <exception cref="OutOfMemoryException">There is not that much memory.</exception>
    nint Allocate(long bytes);

    void Free(nint address);
}
