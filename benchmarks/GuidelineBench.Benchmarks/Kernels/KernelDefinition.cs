namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>A kernel that is to be timed.</summary>
/// <param name="Threads">On how many threads of the processor; null on a device.</param>
public sealed record KernelDefinition(KernelCase Kernel, int? Threads)
{
    /// <summary>Threads that compute, or one that starts operators on a device.</summary>
    public int HostThreads => Threads ?? 1;

    /// <summary>For a reader and for filters, e.g. <c>pointwise 32->64 56x56 1 thread</c>.</summary>
    public override string ToString() => Threads is { } threads
        ? FormattableString.Invariant($"{Kernel} {threads} thread{(threads == 1 ? "" : "s")}")
        : Kernel.ToString();
}
