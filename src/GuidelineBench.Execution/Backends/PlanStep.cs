using System.Collections.Immutable;

namespace GuidelineBench.Execution.Backends;

/// <summary>One launch of a plan: a convolution with what is fused into it, or an element-wise operator.</summary>
/// <param name="Name">For listings, e.g. <c>conv1x1 32->32 + relu</c>.</param>
/// <param name="Nodes">The graph nodes that it computes, in order; the last one's output is written to memory.</param>
/// <param name="Inputs">Nodes outside <paramref name="Nodes"/> whose outputs it reads.</param>
public sealed record PlanStep(string Name, ImmutableArray<int> Nodes, ImmutableArray<int> Inputs)
{
    public int Output => Nodes[^1];
}
