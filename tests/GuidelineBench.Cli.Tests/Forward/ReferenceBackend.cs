using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Cli.Tests.Forward;

/// <summary>
/// Computes with Reference, and keeps to the least that a plan promises: views are no steps, and a map can be read only
/// between the step that writes it and the next one.
/// </summary>
internal sealed class ReferenceBackend : IBackend
{
    public string Name => "reference";

    public string Isa => "double";

    public string? Unusable { get; init; }

    /// <summary>What the last plan was compiled with.</summary>
    public PlanOptions? Options { get; private set; }

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options)
    {
        Options = options;
        return new Plan(graph, parameters, options);
    }

    private sealed class Plan(Graph graph, NetworkParameters parameters, PlanOptions options) : ISteppedPlan
    {
        private double[][] maps = [];
        private int readable;

        public Graph Graph => graph;

        public PlanOptions Options => options;

        public PlanChoices? Choices => null;

        public long? Bytes => null;

        public ImmutableArray<PlanStep> Steps { get; } =
        [
            .. graph.Nodes
                .Where(node => node.Layer is not (Input or Concatenation or ChannelSelection))
                .Select(node => new PlanStep(node.Layer.Signature, [node.Index], node.Inputs)),
        ];

        public void WriteInput(ReadOnlySpan<float> nchw)
        {
            maps = ReferenceNetwork.Run(graph, node => (parameters[node].Weights, parameters[node].Bias), nchw, options.Batch);
            readable = graph.Input.Index;
        }

        public void Run() => readable = graph.Output.Index;

        public void RunStep(int step) => readable = Steps[step].Output;

        public void Read(int node, Span<float> nchw)
        {
            Assert.Equal(readable, node);
            for (int i = 0; i < nchw.Length; i++)
                nchw[i] = (float)maps[node][i];
        }

        public void Dispose()
        {
        }
    }
}
