using System.Collections.Immutable;

namespace GuidelineBench.Execution.Backends;

/// <summary>One launch of a plan: a layer with what is fused into it, or a run of layers that is carried through tile by tile.</summary>
/// <param name="Name">For listings, e.g. <c>conv1x1 32->32 + relu</c>.</param>
/// <param name="Nodes">The graph nodes that it computes, in order; the last one's output is written to memory.</param>
/// <param name="Inputs">
/// Nodes outside <paramref name="Nodes"/> whose outputs it reads; a concatenation or a selection of channels may be among
/// them, whose value follows from maps in memory.
/// </param>
public sealed record PlanStep(string Name, ImmutableArray<int> Nodes, ImmutableArray<int> Inputs)
{
    public int Output => Nodes[^1];
}
