using System.Collections.Immutable;
using System.Diagnostics;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Execution.Tuning;

/// <summary>
/// Chooses layouts and tiles by measurement: runs the backend's candidates side by side, operator by operator, and
/// takes for each operator what was fastest. Operators of one kind, of which a network has many, are timed once.
/// </summary>
public static class PlanTuner
{
    /// <summary>
    /// A candidate has to be faster than the backend's usual choice by more than this. Below it, noise would decide, and
    /// two runs of one machine would differ in their plans for nothing.
    /// </summary>
    public const double SmallestGain = 0.02;

    /// <summary>Times in turn over all candidates; the fastest of each counts, which interruptions do not touch.</summary>
    private const int Turns = 7;

    /// <summary>Long operators are repeated less: their time is steadier.</summary>
    private static readonly TimeSpan BudgetPerOperator = TimeSpan.FromMilliseconds(60);

    /// <exception cref="PlanException">The graph or the options cannot be run.</exception>
    public static PlanChoices Choose(IBackend backend, Graph graph, NetworkParameters parameters, ReadOnlySpan<float> input, PlanOptions options)
    {
        PlanOptions layerByLayer = options with { Order = ExecutionOrder.Layer };
        ImmutableArray<PlanChoices> candidates = backend.Candidates(graph, layerByLayer);
        if (candidates.Length == 1)
            return candidates[0];
        var plans = new List<IPlan>();
        try
        {
            foreach (PlanChoices candidate in candidates)
            {
                IPlan plan = backend.Compile(graph, parameters, layerByLayer with { Choices = candidate });
                plans.Add(plan);
                plan.WriteInput(input);
                plan.Run();
            }

            return Best(candidates, Times(plans));
        }
        finally
        {
            plans.ForEach(plan => plan.Dispose());
        }
    }

    /// <summary>The layout with the least time over all operators, each with its own best choice in that layout.</summary>
    /// <param name="candidates">The usual one first.</param>
    /// <param name="nanoseconds">By candidate and operator.</param>
    public static PlanChoices Best(ImmutableArray<PlanChoices> candidates, double[][] nanoseconds)
    {
        PlanChoices? best = null;
        double bestTime = double.PositiveInfinity;
        foreach (IGrouping<string, int> layout in Enumerable.Range(0, candidates.Length).GroupBy(index => Layout(candidates[index])))
        {
            int[] members = [.. layout];
            var operators = ImmutableArray.CreateBuilder<string>();
            double time = 0;
            for (int index = 0; index < candidates[0].Operators.Length; index++)
            {
                int position = index;
                int member = Fastest(members, candidate => nanoseconds[candidate][position]);
                operators.Add(candidates[member].Operators[index]);
                time += nanoseconds[member][index];
            }

            if (best is null || time < bestTime * (1 - SmallestGain))
                (best, bestTime) = (new PlanChoices(operators.ToImmutable()), time);
        }

        return best!;
    }

    private static int Fastest(int[] candidates, Func<int, double> nanoseconds)
    {
        int fastest = candidates.MinBy(nanoseconds);
        return nanoseconds(fastest) < nanoseconds(candidates[0]) * (1 - SmallestGain) ? fastest : candidates[0];
    }

    private static string Layout(PlanChoices choices) => choices.Operators[0].Split(':')[0];

    private static double[][] Times(List<IPlan> plans)
    {
        ImmutableArray<PlanStep> steps = plans[0].Steps;
        double[][] times = [.. plans.Select(_ => new double[steps.Length])];
        foreach (IGrouping<string, int> kind in Enumerable.Range(0, steps.Length).GroupBy(index => steps[index].Name))
        {
            double[] fastest = Fastest(plans, kind.First());
            foreach (int step in kind)
                for (int plan = 0; plan < plans.Count; plan++)
                    times[plan][step] = fastest[plan];
        }

        return times;
    }

    private static double[] Fastest(List<IPlan> plans, int step)
    {
        double[] fastest = [.. Enumerable.Repeat(double.PositiveInfinity, plans.Count)];
        long start = Stopwatch.GetTimestamp();
        for (int turn = 0; turn < Turns && (turn < 2 || Stopwatch.GetElapsedTime(start) < BudgetPerOperator); turn++)
        {
            for (int plan = 0; plan < plans.Count; plan++)
            {
                // Once untimed: the candidate before this one has filled the caches with its own maps.
                plans[plan].RunStep(step);
                long before = Stopwatch.GetTimestamp();
                plans[plan].RunStep(step);
                fastest[plan] = Math.Min(fastest[plan], Stopwatch.GetElapsedTime(before).TotalNanoseconds);
            }
        }

        return fastest;
    }
}
