using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Execution.Backends;

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
