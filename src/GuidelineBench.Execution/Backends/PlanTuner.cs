using System.Collections.Immutable;
using System.Diagnostics;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Execution.Backends;

/// <summary>
/// Chooses layouts and tiles by measurement: runs the backend's candidates side by side, operator by operator, and
/// takes for each operator what was fastest. Operators of one kind, of which a network has many, are timed once.
/// </summary>
public static class PlanTuner
{
    /// <summary>
    /// Candidates that are slower than the fastest by less than this are level with it, and the first of them is taken. Below
    /// it, noise would decide, and two runs of one machine would differ in their plans for nothing.
    /// </summary>
    public const double SmallestGain = 0.02;

    /// <summary>A candidate that is slower than the fastest by more than this after the first turns is not tried further.</summary>
    private const double HopelessLoss = 0.10;

    /// <summary>
    /// Times in turn over the candidates that are left, there and back; the fastest of each counts, which interruptions do
    /// not touch. All candidates are tried in the first turns.
    /// </summary>
    private const int MostTurns = 15, LeastTurns = 4, TurnsOfAll = 3;

    /// <summary>Long operators are repeated less: their time is steadier.</summary>
    private static readonly TimeSpan BudgetPerOperator = TimeSpan.FromMilliseconds(100);

    /// <exception cref="PlanException">The graph or the options cannot be run.</exception>
    public static PlanChoices Choose(ITunedBackend backend, Graph graph, NetworkParameters parameters, ReadOnlySpan<float> input, PlanOptions options)
    {
        PlanOptions layerByLayer = options with { Order = ExecutionOrder.Layer };
        ImmutableArray<PlanChoices> candidates = backend.Candidates(graph, layerByLayer);
        if (candidates.Length == 1)
            return candidates[0];
        var plans = new List<ISteppedPlan>();
        try
        {
            foreach (PlanChoices candidate in candidates)
            {
                var plan = (ISteppedPlan)backend.Compile(graph, parameters, layerByLayer with { Choices = candidate });
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
        var layouts = new List<(PlanChoices Choices, double Time)>();
        foreach (IGrouping<string, int> layout in Enumerable.Range(0, candidates.Length).GroupBy(index => Layout(candidates[index])))
        {
            int[] members = [.. layout];
            var operators = ImmutableArray.CreateBuilder<string>();
            double time = 0;
            for (int index = 0; index < candidates[0].Operators.Length; index++)
            {
                int position = index;
                int member = FirstOfFastest(members, candidate => nanoseconds[candidate][position]);
                operators.Add(candidates[member].Operators[index]);
                time += nanoseconds[member][index];
            }

            layouts.Add((new PlanChoices(operators.ToImmutable()), time));
        }

        return FirstOfFastest(layouts, layout => layout.Time).Choices;
    }

    private static T FirstOfFastest<T>(IReadOnlyCollection<T> candidates, Func<T, double> time)
    {
        double level = candidates.Min(time) / (1 - SmallestGain);
        return candidates.First(candidate => time(candidate) <= level);
    }

    private static string Layout(PlanChoices choices) => choices.Operators[0].Split(':')[0];

    private static double[][] Times(List<ISteppedPlan> plans)
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

    private static double[] Fastest(List<ISteppedPlan> plans, int step)
    {
        double[] fastest = [.. Enumerable.Repeat(double.PositiveInfinity, plans.Count)];
        int[] left = [.. Enumerable.Range(0, plans.Count)];
        long start = Stopwatch.GetTimestamp();
        for (int turn = 0; turn < MostTurns && (turn < LeastTurns || Stopwatch.GetElapsedTime(start) < BudgetPerOperator); turn++)
        {
            if (turn == TurnsOfAll)
                left = [.. left.Where(plan => plan == 0 || fastest[plan] <= fastest.Min() * (1 + HopelessLoss))];
            Array.Reverse(left);
            foreach (int plan in left)
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
