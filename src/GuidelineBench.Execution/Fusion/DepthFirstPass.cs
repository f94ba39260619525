using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Fusion;

/// <summary>
/// Groups launches into runs that can be carried through tile by tile: behind its first step a run has only operators
/// that need no pixel but their own, and nothing outside the run reads what lies between its steps.
/// </summary>
public static class DepthFirstPass
{
    /// <returns>The steps in order, grouped; a group of one is a step on its own.</returns>
    public static ImmutableArray<ImmutableArray<PlanStep>> Runs(Graph graph, ImmutableArray<PlanStep> steps)
    {
        var runs = ImmutableArray.CreateBuilder<ImmutableArray<PlanStep>>();
        for (int first = 0; first < steps.Length;)
        {
            int end = LongestRun(graph, steps, first);
            runs.Add(steps[first..end]);
            first = end;
        }

        return runs.ToImmutable();
    }

    /// <returns>The run as one launch.</returns>
    public static PlanStep Merge(ImmutableArray<PlanStep> run)
    {
        if (run.Length == 1)
            return run[0];
        var inside = run.Select(step => step.Output).ToHashSet();
        return new PlanStep(
            $"{run.Length} operators: {run[0].Name} ... {run[^1].Name}",
            [.. run.SelectMany(step => step.Nodes)],
            [.. run.SelectMany(step => step.Inputs).Where(input => !inside.Contains(input)).Distinct()]);
    }

    private static int LongestRun(Graph graph, ImmutableArray<PlanStep> steps, int first)
    {
        int longest = first + 1;
        for (int end = first + 2; end <= steps.Length && NeedsOnlyItsPixel(graph, steps[end - 1]); end++)
            if (InnerMapsStayInside(graph, steps, first, end))
                longest = end;
        return longest;
    }

    private static bool NeedsOnlyItsPixel(Graph graph, PlanStep step) =>
        step.Nodes.All(node => graph.Nodes[node].Layer is not Convolution { KernelSize: > 1 });

    private static bool InnerMapsStayInside(Graph graph, ImmutableArray<PlanStep> steps, int first, int end)
    {
        var inner = steps[first..(end - 1)].Select(step => step.Output).ToHashSet();
        return !inner.Contains(graph.Output.Index)
            && steps[end..].All(step => step.Inputs.All(input => !inner.Contains(input)));
    }
}
