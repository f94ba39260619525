using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Execution.Tests.Threads;

/// <summary>A kernel that is ready for so many processors.</summary>
/// <param name="possible">Processors that its masks have room for.</param>
/// <param name="allowed">Those that the process may use.</param>
internal sealed class FakeMasks(int possible, params int[] allowed) : IAffinityMasks
{
    public const int InvalidArgument = 22;

    /// <summary>The error of every call; 0: none.</summary>
    public int Error { get; init; }

    /// <summary>Where the thread runs.</summary>
    public IReadOnlyList<int> Running { get; private set; } = allowed;

    public int Read(ulong[] mask)
    {
        if (Error != 0)
            return Error;
        // Linux compares with its number of possible processors.
        if (mask.Length * 64 < possible)
            return InvalidArgument;
        foreach (int processor in allowed)
            mask[processor >> 6] |= 1UL << (processor & 63);
        return 0;
    }

    public int Write(ulong[] mask)
    {
        int[] named = [.. Enumerable.Range(0, mask.Length * 64).Where(processor => (mask[processor >> 6] & 1UL << (processor & 63)) != 0)];
        if (Error != 0 || !named.Intersect(allowed).Any())
            return Math.Max(Error, InvalidArgument);
        Running = [.. named.Intersect(allowed)];
        return 0;
    }
}
