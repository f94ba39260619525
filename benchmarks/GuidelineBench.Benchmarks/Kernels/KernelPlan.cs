using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>A compiled kernel with random parameters and operands.</summary>
public sealed class KernelPlan : IDisposable
{
    private const int Seed = 1;

    private readonly NetworkParameters parameters;
    private readonly float[] input;
    private readonly ISteppedPlan plan;
    private readonly int kernelStep;

    /// <exception cref="PlanException">The kernel cannot be run on this machine.</exception>
    public KernelPlan(IBackend backend, KernelCase kernel, int threads)
    {
        Graph graph = KernelGraph.Of(kernel);
        parameters = NetworkParameters.Random(graph, Seed);
        input = RandomMaps.Create(graph.Input.Output, batch: 1, Seed);
        plan = (ISteppedPlan)backend.Compile(graph, parameters, PlanOptions.Default with { Threads = threads });
        kernelStep = plan.Steps.Length - 1;
    }

    /// <summary>Runs the whole plan, so that the kernel's operands are there, and compares it with Reference.</summary>
    /// <returns>The largest error relative to the largest value; infinite when an output is not finite.</returns>
    public double MaxError() => PlanVerification.MaxError(plan, parameters, input, Seed);

    /// <summary>Managed bytes that a warm pass of the whole plan allocates.</summary>
    public long AllocatedBytes() => Allocation.BytesPerPass(plan);

    /// <summary>Launches the kernel alone.</summary>
    public void Run() => plan.RunStep(kernelStep);

    public void Dispose() => plan.Dispose();
}
