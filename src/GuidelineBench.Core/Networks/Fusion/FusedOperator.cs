using System.Collections.Immutable;

namespace GuidelineBench.Core.Networks.Fusion;

/// <summary>A layer with the element-wise layers that are computed along with it: what a plan starts as one operator.</summary>
/// <param name="Nodes">Indices of the graph's nodes, in order; the last one's output is written to memory.</param>
/// <param name="Inputs">
/// Nodes outside <paramref name="Nodes"/> whose outputs it reads: its layer's own inputs, then the other operands of its sum
/// in the sum's order. A map that is read twice stands there twice.
/// </param>
public sealed record FusedOperator(ImmutableArray<int> Nodes, ImmutableArray<int> Inputs)
{
    public int Output => Nodes[^1];
}
