using BenchmarkDotNet.Attributes;
using GuidelineBench.Benchmarks.Kernels;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>Every kernel alone: on a device, or on one thread and, where the machine has them, on two.</summary>
[Config(typeof(KernelConfig))]
public class KernelBenchmarks
{
    private KernelPlan? plan;

    [ParamsSource(nameof(Kernels))]
    public required KernelDefinition Kernel { get; set; }

    public static IEnumerable<KernelDefinition> Kernels => KernelsOn(MeasuredMachine.Backend);

    internal static IEnumerable<KernelDefinition> KernelsOn(IBackend backend) =>
        from kernel in KernelCases.All
        from threads in backend.Abilities.HasThreads ? Environment.ProcessorCount > 1 ? new int?[] { 1, 2 } : [1] : [null]
        select new KernelDefinition(kernel, threads);

    /// <exception cref="InvalidOperationException">
    /// The kernel computes something else than Reference, or allocates on the processor; it gets no number. What a device's driver
    /// and ILGPU allocate when they start an operator is not the kernel's.
    /// </exception>
    [GlobalSetup]
    public void Compile()
    {
        plan = new KernelPlan(MeasuredMachine.Backend, Kernel.Kernel, Kernel.HostThreads);
        double error = plan.MaxError();
        // Not a number is not allowed either.
        if (!(error <= OutputTolerance.Fp32))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{Kernel}: the largest error against Reference is {error:E1}, {OutputTolerance.Fp32:E0} is allowed."));
        }

        // On all threads, which the diagnoser cannot tell from what its own measurement allocates.
        long allocated = Kernel.Threads is null ? 0 : plan.AllocatedBytes();
        if (allocated > 0)
            throw new InvalidOperationException(FormattableString.Invariant($"{Kernel}: a pass allocates {allocated} bytes, none are allowed."));

        MeasuredMachine.RefreshCeilingAt(Kernel.HostThreads);
    }

    [Benchmark]
    public void Run() => plan!.Run();

    [GlobalCleanup]
    public void Dispose() => plan?.Dispose();
}
