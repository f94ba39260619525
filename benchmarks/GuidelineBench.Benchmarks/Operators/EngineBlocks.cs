using System.Diagnostics;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Benchmarks.Operators;

/// <summary>
/// What a pass of an engine takes undisturbed where none is short enough to escape a shared machine's scheduler: an experiment's graph is
/// ten times the same block, and ten times the difference of two blocks and one has their time without the ends of the graph.
/// </summary>
internal static class EngineBlocks
{
    /// <summary>Whole passes below this have floors of their own.</summary>
    public const double LongPassNs = 4e6;

    private const int FewestPasses = 5;

    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(150);

    /// <param name="seed">Of weights and inputs.</param>
    /// <returns>Null where the graph is no row of blocks, or one block took as long as two.</returns>
    /// <exception cref="PlanException">The engine does not take the blocks.</exception>
    public static double? MeasureNs(IEnginePlan plan, CellSubject subject, int seed)
    {
        if (subject.Scale is null || (subject.Graph.Nodes.Length - 1) % Core.Experiments.Experiment.Blocks != 0)
            return null;
        using IPlan one = Prefix(1), two = Prefix(2);
        List<double> ofOne = [], ofTwo = [];
        long start = Stopwatch.GetTimestamp();
        while (ofOne.Count < FewestPasses || Stopwatch.GetElapsedTime(start) < Time)
        {
            ofOne.Add(PassNs(one));
            ofTwo.Add(PassNs(two));
        }

        double ns = Math.Round(Core.Experiments.Experiment.Blocks * (Lower(ofTwo) - Lower(ofOne)));
        return ns > 0 ? ns : null;

        IPlan Prefix(int blocks)
        {
            Graph graph = subject.Graph.Prefix(1 + blocks * (subject.Graph.Nodes.Length - 1) / Core.Experiments.Experiment.Blocks);
            IPlan prefix = plan.Alone(graph, NetworkParameters.Random(graph, seed));
            prefix.WriteInput(RandomMaps.Create(graph.Input.Output, plan.Options.Batch, seed));
            return prefix;
        }
    }

    private static double PassNs(IPlan plan)
    {
        plan.Run();
        long start = Stopwatch.GetTimestamp();
        plan.Run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>The lower tenth, as of a block's passes.</summary>
    private static double Lower(List<double> times)
    {
        times.Sort();
        return times[times.Count / 10];
    }
}
