using BenchmarkDotNet.Attributes;
using GuidelineBench.Benchmarks.CommandLine;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>Every kernel alone, on one thread and, where the machine has them, on two.</summary>
[Config(typeof(KernelConfig))]
public class KernelBenchmarks
{
    private KernelPlan? plan;

    [ParamsSource(nameof(Kernels))]
    public required KernelDefinition Kernel { get; set; }

    public static IEnumerable<KernelDefinition> Kernels =>
        from kernel in KernelCases.All
        from threads in Environment.ProcessorCount > 1 ? new[] { 1, 2 } : [1]
        select new KernelDefinition(kernel, threads);

    /// <exception cref="InvalidOperationException">The kernel computes something else than Reference, or allocates; it gets no number.</exception>
    [GlobalSetup]
    public void Compile()
    {
        plan = new KernelPlan(MeasuredMachine.Backend, Kernel.Kernel, Kernel.Threads);
        double error = plan.MaxError();
        // Not a number is not allowed either.
        if (!(error <= PlanVerification.Tolerance))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{Kernel}: the largest error against Reference is {error:E1}, {PlanVerification.Tolerance:E0} is allowed."));
        }

        // On all threads, which the diagnoser cannot tell from what its own measurement allocates.
        long allocated = plan.AllocatedBytes();
        if (allocated > 0)
            throw new InvalidOperationException(FormattableString.Invariant($"{Kernel}: a pass allocates {allocated} bytes, none are allowed."));

        MeasuredMachine.RefreshCeilingAt(Kernel.Threads);
    }

    [Benchmark]
    public void Run() => plan!.Run();

    [GlobalCleanup]
    public void Dispose() => plan?.Dispose();
}
