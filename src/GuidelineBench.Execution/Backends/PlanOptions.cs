using System.Collections.Immutable;
using GuidelineBench.Core.Results;
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

/// <summary>In which order the parts of a network are computed.</summary>
public enum ExecutionOrder
{
    /// <summary>As in the paper: each layer's output is complete in memory before the next layer reads it.</summary>
    Layer,

    /// <summary>
    /// Runs of layers are carried through tile by tile, so that what lies between them stays in cache. Every
    /// multiply-add is executed all the same. What then remains of a guideline is not due to memory traffic between layers.
    /// </summary>
    DepthFirst,
}

/// <summary>The names of <see cref="ExecutionOrder"/> in options and result files.</summary>
public static class ExecutionOrders
{
    public static ImmutableArray<ExecutionOrder> All { get; } = [ExecutionOrder.Layer, ExecutionOrder.DepthFirst];

    public static string Label(this ExecutionOrder order) => order == ExecutionOrder.Layer ? CellAxes.Layer : CellAxes.DepthFirst;

    /// <returns>Whether <paramref name="label"/> names an order.</returns>
    public static bool TryParse(string label, out ExecutionOrder order)
    {
        order = label == ExecutionOrder.DepthFirst.Label() ? ExecutionOrder.DepthFirst : ExecutionOrder.Layer;
        return label == order.Label();
    }
}

/// <summary>How the operators of a forward pass are started on a device with a queue.</summary>
public enum LaunchMode
{
    /// <summary>One after the other, each by a call of its own.</summary>
    Stream,

    /// <summary>Recorded once, then started all together. What then remains of the cost of many operators is not due to starting them.</summary>
    Graph,
}

/// <summary>The names of <see cref="LaunchMode"/> in options and result files.</summary>
public static class LaunchModes
{
    public static ImmutableArray<LaunchMode> All { get; } = [LaunchMode.Stream, LaunchMode.Graph];

    public static string Label(this LaunchMode mode) => mode == LaunchMode.Stream ? "stream" : "graph";

    /// <returns>Whether <paramref name="label"/> names a mode.</returns>
    public static bool TryParse(string label, out LaunchMode mode)
    {
        mode = label == LaunchMode.Graph.Label() ? LaunchMode.Graph : LaunchMode.Stream;
        return label == mode.Label();
    }
}

/// <summary>In which precision products are computed; maps and weights are FP32 in both.</summary>
public enum MathMode
{
    /// <summary>IEEE single precision.</summary>
    Fp32,

    /// <summary>Factors rounded to 10 bits of mantissa, summed in FP32, on tensor cores.</summary>
    Tf32,
}

/// <summary>The names of <see cref="MathMode"/> in options and result files.</summary>
public static class MathModes
{
    public static ImmutableArray<MathMode> All { get; } = [MathMode.Fp32, MathMode.Tf32];

    public static string Label(this MathMode mode) => mode == MathMode.Fp32 ? CellAxes.Fp32 : CellAxes.Tf32;
}
