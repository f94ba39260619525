using System.Collections.Immutable;
using System.Diagnostics;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Operators;

/// <summary>
/// The run time of a plan operator by operator, as in the paper's Fig. 2. The operators run in their order, so each
/// finds the caches as in a forward pass; only the clock is read between them.
/// </summary>
/// <remarks>
/// The times are of their own passes and need not add up to the cell's median: between two operators all threads meet
/// and the clock is read, which a forward pass does not do.
/// </remarks>
internal static class OperatorSplit
{
    private const int MostPasses = 25, LeastPasses = 3;

    /// <summary>Of the clock itself; a TimeSpan counts hundreds of nanoseconds.</summary>
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    /// <summary>For all passes of one plan; a slow one is steadier and repeated less.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(300);

    /// <param name="plan">With its input written.</param>
    /// <returns>In order of execution, each with the median of its times.</returns>
    public static ImmutableArray<OperatorTime> Measure(ISteppedPlan plan)
    {
        plan.Run();
        ImmutableArray<PlanStep> steps = plan.Steps;
        double[][] ns = [.. steps.Select(_ => new double[MostPasses])];
        int passes = 0;
        long start = Stopwatch.GetTimestamp();
        while (passes < LeastPasses || (passes < MostPasses && Stopwatch.GetElapsedTime(start) < Budget))
        {
            for (int step = 0; step < steps.Length; step++)
            {
                long before = Stopwatch.GetTimestamp();
                plan.RunStep(step);
                ns[step][passes] = (Stopwatch.GetTimestamp() - before) * NanosecondsPerTick;
            }

            passes++;
        }

        return [.. steps.Select((step, index) => Time(plan, step, ns[index][..passes]))];
    }

    private static OperatorTime Time(IPlan plan, PlanStep step, double[] ns)
    {
        OperatorCosts costs = OperatorCosts.Of(plan, step);
        return new OperatorTime(
            step.Name, costs.Class.Label(), Medians.Median(ns), costs.MultiplyAdds, costs.Bytes);
    }
}

/// <summary>What one operator of a plan computes and moves, from the graph alone.</summary>
/// <param name="Class">Of its strongest layer.</param>
/// <param name="MultiplyAdds">Convolutions and fully connected layers, one image.</param>
/// <param name="Bytes">Maps that it reads and writes for the whole batch, and its parameters.</param>
internal sealed record OperatorCosts(OperatorClass Class, long MultiplyAdds, long Bytes)
{
    public static OperatorCosts Of(IPlan plan, PlanStep step)
    {
        Graph graph = plan.Graph;
        long maps = step.Inputs.Append(step.Output).Sum(node => graph.Nodes[node].Output.Elements);
        long parameters = step.Nodes.Select(node => graph.Nodes[node].Layer).OfType<WeightedLayer>()
            .Sum(layer => layer.WeightCount + layer.OutputChannels);
        return new OperatorCosts(
            OperatorClasses.Of(step.Nodes.Select(node => graph.Nodes[node].Layer)),
            step.Nodes.Sum(node => LayerCosts.Of(graph, graph.Nodes[node])?.MultiplyAdds ?? 0),
            GraphCosts.BytesPerElement * (plan.Options.Batch * maps + parameters));
    }
}
