using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Execution.Backends;

/// <summary>How a graph is to be run.</summary>
/// <param name="Threads">1 or more.</param>
/// <param name="Batch">Images per forward pass, 1 or more.</param>
/// <param name="FuseElementwise">
/// Whether activations and sums run in the epilogue of the layer before them ("tensor fusion on"); see <see cref="Fusion.FusionPass"/>.
/// </param>
/// <param name="Cores">Where the threads run.</param>
/// <param name="Order">Layer by layer, or depth first.</param>
/// <param name="Choices">What to take for each operator; null leaves it to the backend.</param>
/// <param name="Launch">How operators are started; without meaning on the CPU.</param>
/// <param name="Variant">How far an engine may change the graph, one of <see cref="EngineVariants"/>; null for kernels, which know fused or not.</param>
/// <param name="Math">Precision of products; the CPU kernels know FP32 only.</param>
public sealed record PlanOptions(
    int Threads,
    int Batch,
    bool FuseElementwise,
    CoreSet Cores,
    ExecutionOrder Order = ExecutionOrder.Layer,
    PlanChoices? Choices = null,
    LaunchMode Launch = LaunchMode.Stream,
    MathMode Math = MathMode.Fp32,
    string? Variant = null)
{
    public static PlanOptions Default { get; } = new(Threads: 1, Batch: 1, FuseElementwise: true, CoreSet.Any);
}
