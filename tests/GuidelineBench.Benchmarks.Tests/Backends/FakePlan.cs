using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>A plan of one step for each node that runs a given action and computes nothing.</summary>
internal sealed class FakePlan(Graph graph, PlanOptions options, Action pass, float output) : ISteppedPlan
{
    public Graph Graph => graph;

    public PlanOptions Options => options;

    public PlanChoices? Choices { get; } = options.Choices ?? new PlanChoices(["fake:usual"]);

    public ImmutableArray<PlanStep> Steps { get; } =
        [.. graph.Nodes.Skip(1).Select(node => new PlanStep("step", [node.Index], node.Inputs))];

    public long? Bytes => 1234;

    public bool IsDisposed { get; private set; }

    /// <summary>Steps in the order in which they ran alone.</summary>
    public List<int> StepsRun { get; } = [];

    /// <summary>What every step does when it runs alone.</summary>
    public Action<int> Step { get; init; } = _ => { };

    public void WriteInput(ReadOnlySpan<float> nchw)
    {
    }

    public void Run() => pass();

    public void RunStep(int step)
    {
        StepsRun.Add(step);
        Step(step);
    }

    public void Read(int node, Span<float> nchw) => nchw.Fill(output);

    public void Dispose() => IsDisposed = true;
}
