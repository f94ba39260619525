using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Execution.Tests.Verification;

/// <summary>A plan that is right, pixel by pixel from Reference, unless it is told to be wrong.</summary>
internal sealed class ReferencePlan(Graph graph, NetworkParameters parameters, PlanOptions options) : ISteppedPlan
{
    private readonly Dictionary<int, float[]> maps = graph.Nodes.ToDictionary(
        node => node.Index, node => new float[options.Batch * node.Output.Elements]);

    public Graph Graph => graph;

    public PlanOptions Options => options;

    public PlanChoices? Choices => null;

    public long? Bytes => null;

    public ImmutableArray<PlanStep> Steps { get; init; } = FusionPass.Steps(graph, options.FuseElementwise);

    /// <summary>Called after each step with its index and its output, batch x channels x height x width.</summary>
    public Action<int, float[]> AfterStep { get; init; } = (_, _) => { };

    /// <summary>Called after each run with the output.</summary>
    public Action<float[]> AfterRun { get; init; } = _ => { };

    public bool RunDoesNothing { get; init; }

    public float[] Map(int node) => maps[node];

    public void WriteInput(ReadOnlySpan<float> nchw) => nchw.CopyTo(maps[graph.Input.Index]);

    public void Run()
    {
        if (RunDoesNothing)
            return;
        for (int step = 0; step < Steps.Length; step++)
            RunStep(step);
        AfterRun(maps[graph.Output.Index]);
    }

    public void RunStep(int step)
    {
        PlanStep current = Steps[step];
        MapShape shape = graph.Nodes[current.Output].Output;
        float[] output = maps[current.Output];
        for (int image = 0; image < options.Batch; image++)
        {
            int place = image;
            var pixels = new ReferencePixels(
                graph,
                current.Nodes,
                node => (parameters[node].Weights, parameters[node].Bias),
                InMemory.ToDictionary(node => node, node => Image(node, place)));
            for (int pixel = 0; pixel < shape.Pixels; pixel++)
            {
                double[] column = pixels.At(pixel);
                for (int channel = 0; channel < column.Length; channel++)
                    output[(image * shape.Channels + channel) * shape.Pixels + pixel] = (float)column[channel];
            }
        }

        AfterStep(step, output);
    }

    public void Read(int node, Span<float> nchw)
    {
        if (!InMemory.Contains(node))
            throw new InvalidOperationException($"No step writes node {node}.");
        maps[node].CopyTo(nchw);
    }

    public void Dispose()
    {
    }

    private IEnumerable<int> InMemory => Steps.Select(step => step.Output).Prepend(graph.Input.Index);

    private ReadOnlyMemory<float> Image(int node, int image)
    {
        int elements = (int)graph.Nodes[node].Output.Elements;
        return maps[node].AsMemory(image * elements, elements);
    }
}
