using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;

namespace GuidelineBench.Kernels.Simd.Tests.Memory;

/// <summary>The backend in memory that is guarded where the system has such, so that an access beyond a buffer faults.</summary>
internal static class GuardedBackends
{
    /// <summary>One for each side of a buffer.</summary>
    public static ImmutableArray<IBackend> All => [.. Enum.GetValues<GuardSide>().Select(side => new SimdBackend(Memory(side)))];

    public static IBufferAllocator Memory(GuardSide side) =>
        OperatingSystem.IsLinux() ? new GuardedAllocator(side) : new AlignedAllocator();
}
