using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.NetworkPlans;
using GuidelineBench.Kernels.Simd.Plans;

namespace GuidelineBench.Kernels.Simd;

/// <summary>The CPU's vector units.</summary>
/// <param name="allocatorOfPlan">Where the next plan takes its memory from.</param>
public sealed class SimdBackend(Func<IBufferAllocator> allocatorOfPlan) : ITunedBackend
{
    public SimdBackend()
        : this(() => new PlanArena())
    {
    }

    /// <param name="allocator">Where all plans take their memory from.</param>
    public SimdBackend(IBufferAllocator allocator)
        : this(() => allocator)
    {
    }

    internal const string BackendName = "simd";

    public string Name => BackendName;

    public string Isa => VectorWidth.Description;

    public string? Unusable => null;

    /// <summary>Bits of the vectors that this process computes with.</summary>
    public static int VectorBits => VectorWidth.Bits;

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options)
    {
        Graph prepared = FusionPass.Prepared(graph, options.FuseElementwise);
        return LayoutChoice.IsUniform(prepared)
            ? new PlanCompiler(prepared, parameters, options, allocatorOfPlan()).Compile()
            : NetworkCompiler.Compile(prepared, parameters, options, allocatorOfPlan());
    }

    public ImmutableArray<PlanChoices> Candidates(Graph graph, PlanOptions options)
    {
        Graph prepared = FusionPass.Prepared(graph, options.FuseElementwise);
        ImmutableArray<PlanStep> steps = FusionPass.Steps(prepared, options.FuseElementwise);
        return LayoutChoice.IsUniform(prepared)
            ? OperatorChoices.Candidates(prepared, steps)
            : NetworkChoices.Candidates(prepared, steps);
    }
}
