using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Execution.Backends;

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
