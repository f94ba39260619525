using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>A small graph and how it is run.</summary>
/// <param name="Name">Says the operator and its channels.</param>
/// <param name="Seed">Of weights and input.</param>
public sealed record OperatorCase(string Name, Graph Graph, int Batch, int Threads, bool Fuse, int Seed)
{
    public ExecutionOrder Order { get; init; } = ExecutionOrder.Layer;

    /// <summary>How a backend is to compute it; null for the usual way.</summary>
    public PlanChoices? Choices { get; init; }

    public PlanOptions Options =>
        PlanOptions.Default with { Batch = Batch, Threads = Threads, FuseElementwise = Fuse, Order = Order, Choices = Choices };

    public override string ToString() => FormattableString.Invariant(
        $"{Name}, {Graph.Input.Output}, batch {Batch}, {Threads} threads, {(Fuse ? "fused" : "unfused")}, {Order.Label()}, seed {Seed}");
}
