using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Forward;

/// <summary>
/// Runs a plan step by step and hands out every node's map. Concatenations and channel selections without a step of
/// their own are put together from the maps that they read.
/// </summary>
internal sealed class LayerWalk
{
    private readonly ISteppedPlan plan;
    private readonly Action<Node, float[]> visit;
    private readonly ILookup<int, Node> viewsOn;
    private readonly HashSet<int> visited = [];

    /// <summary>Maps that a view still has to read.</summary>
    private readonly Dictionary<int, float[]> kept = [];

    private LayerWalk(ISteppedPlan plan, Action<Node, float[]> visit)
    {
        this.plan = plan;
        this.visit = visit;
        HashSet<int> written = [.. plan.Steps.Select(step => step.Output)];
        viewsOn = plan.Graph.Nodes
            .Where(node => ChannelViews.IsView(node) && !written.Contains(node.Index))
            .SelectMany(view => view.Inputs.Distinct(), (view, input) => (view, input))
            .ToLookup(read => read.input, read => read.view);
    }

    /// <param name="plan">With one image written as its input, and element-wise operators not fused.</param>
    /// <param name="visit">Takes a node and its map, channels x height x width; each node once, its inputs before it.</param>
    /// <exception cref="OperationCanceledException">Asked to stop.</exception>
    public static void Run(ISteppedPlan plan, Action<Node, float[]> visit, CancellationToken cancellation)
    {
        var walk = new LayerWalk(plan, visit);
        walk.Visit(plan.Graph.Input, walk.Read(plan.Graph.Input));
        for (int step = 0; step < plan.Steps.Length; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            plan.RunStep(step);
            Node written = plan.Graph.Nodes[plan.Steps[step].Output];
            walk.Visit(written, walk.Read(written));
        }

        if (plan.Graph.Nodes.FirstOrDefault(node => !walk.visited.Contains(node.Index)) is { } left)
            throw new InvalidOperationException(FormattableString.Invariant($"No step writes node {left.Index}, {left.Layer.Signature}."));
    }

    private float[] Read(Node node)
    {
        float[] map = GC.AllocateUninitializedArray<float>((int)node.Output.Elements);
        plan.Read(node.Index, map);
        return map;
    }

    private void Visit(Node node, float[] map)
    {
        visit(node, map);
        visited.Add(node.Index);
        kept[node.Index] = map;
        foreach (Node view in viewsOn[node.Index])
            if (view.Inputs.All(kept.ContainsKey) && !visited.Contains(view.Index))
                Visit(view, Viewed(view));
        foreach (int done in kept.Keys.Where(index => viewsOn[index].All(view => visited.Contains(view.Index))).ToArray())
            kept.Remove(done);
    }

    private float[] Viewed(Node view)
    {
        float[] result = GC.AllocateUninitializedArray<float>((int)view.Output.Elements);
        if (view.Layer is ChannelSelection selection)
        {
            float[] input = kept[view.Inputs[0]];
            int pixels = view.Output.Pixels;
            for (int channel = 0; channel < selection.Channels.Length; channel++)
                input.AsSpan(selection.Channels[channel] * pixels, pixels).CopyTo(result.AsSpan(channel * pixels));
            return result;
        }

        int start = 0;
        foreach (int input in view.Inputs)
        {
            kept[input].CopyTo(result, start);
            start += kept[input].Length;
        }

        return result;
    }
}
