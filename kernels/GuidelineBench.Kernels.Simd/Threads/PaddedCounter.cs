using System.Runtime.InteropServices;

namespace GuidelineBench.Kernels.Simd.Threads;

/// <summary>A counter with cache lines of its own, so that threads that spin on it do not slow those that write beside it.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal sealed class PaddedCounter
{
    [FieldOffset(128)]
    public int Value;
}
