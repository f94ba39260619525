using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Verification;

/// <summary>Which maps of a plan are in memory, and for how long they are needed.</summary>
public sealed class WrittenMaps
{
    private readonly Graph graph;
    private readonly HashSet<int> written;
    private readonly ILookup<int, int> lastReads;

    public WrittenMaps(ISteppedPlan plan)
    {
        graph = plan.Graph;
        written = [graph.Input.Index, .. plan.Steps.Select(step => step.Output)];
        lastReads = plan.Steps
            .SelectMany((step, index) => step.Inputs.Append(step.Output).SelectMany(Behind).Distinct().Select(node => (node, index)))
            .GroupBy(read => read.node, read => read.index)
            .ToLookup(reads => reads.Max(), reads => reads.Key);
    }

    /// <summary>
    /// The maps in memory that a node's value is made of: itself when it is written, else those behind concatenations
    /// and selections of channels.
    /// </summary>
    /// <exception cref="InvalidOperationException">No step writes what is needed.</exception>
    public IReadOnlyList<int> Behind(int node)
    {
        var maps = new List<int>();
        var seen = new HashSet<int>();
        Visit(node);
        return maps;

        void Visit(int index)
        {
            if (!seen.Add(index))
                return;
            Node visited = graph.Nodes[index];
            if (written.Contains(index))
            {
                maps.Add(index);
                return;
            }

            if (!ChannelViews.IsView(visited))
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"Node {index} ({visited.Layer.Signature}) is read, but no step of the plan writes it."));
            foreach (int input in visited.Inputs)
                Visit(input);
        }
    }

    /// <returns>The maps that no step behind this one reads.</returns>
    public IEnumerable<int> LastReadBy(int step) => lastReads[step];
}
