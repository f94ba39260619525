namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>A kernel that is to be timed, and on how many threads.</summary>
public sealed record KernelDefinition(KernelCase Kernel, int Threads)
{
    /// <summary>For a reader and for filters, e.g. <c>pointwise 32->64 56x56 1 thread</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Kernel} {Threads} thread{(Threads == 1 ? "" : "s")}");
}
