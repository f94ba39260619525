using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>A backend whose forward pass is whatever a test wants, and the processor that it runs on.</summary>
internal sealed class FakeBackend : ITunedBackend, IDevice
{
    public string Name => "fake";

    public string Isa => "none";

    public string? Unusable => null;

    public DeviceDescription? Description => null;

    public DeviceState? ReadState() => null;

    public long? FreeMemoryBytes() => null;

    /// <summary>Plans in the order in which they were compiled.</summary>
    public List<FakePlan> Plans { get; } = [];

    /// <summary>Most plans that existed at the same time.</summary>
    public int MostPlans { get; private set; }

    /// <summary>What a forward pass of the graph does; null: nothing for as long as a quick sample lasts.</summary>
    public Func<Graph, Action>? Pass { get; init; }

    /// <summary>What every element of every output is.</summary>
    public float Output { get; init; }

    /// <summary>How long one repetition of work at a ceiling takes.</summary>
    public double CeilingMilliseconds { get; init; } = 0.1;

    public Func<Graph, bool> Refuses { get; init; } = _ => false;

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options)
    {
        if (Refuses(graph))
            throw new PlanException($"{graph.Name} is refused");
        var plan = new FakePlan(graph, options, Pass?.Invoke(graph) ?? Waiting.For(milliseconds: 5.5), Output);
        Plans.Add(plan);
        MostPlans = Math.Max(MostPlans, Plans.Count(made => !made.IsDisposed));
        return plan;
    }

    public ImmutableArray<PlanChoices> Candidates(Graph graph, PlanOptions options) => [new PlanChoices(["fake:usual"])];

    public ICeilingWork CreateCeilingWork(int threads, CoreSet cores) => new FakeCeilingWork(threads, CeilingMilliseconds);
}
