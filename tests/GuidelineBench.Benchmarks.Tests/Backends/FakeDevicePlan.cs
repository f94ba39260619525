using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>A plan with a clock of its own beside it.</summary>
internal sealed class FakeDevicePlan(ISteppedPlan plan, double? deviceNs) : ISteppedPlan, IDevicePlan
{
    public Graph Graph => plan.Graph;

    public PlanOptions Options => plan.Options;

    public PlanChoices? Choices => plan.Choices;

    public ImmutableArray<PlanStep> Steps => plan.Steps;

    public long? Bytes => plan.Bytes;

    public double? RunOnDeviceClock() => deviceNs;

    public void WriteInput(ReadOnlySpan<float> nchw) => plan.WriteInput(nchw);

    public void Run() => plan.Run();

    public void RunStep(int step) => plan.RunStep(step);

    public void Read(int node, Span<float> nchw) => plan.Read(node, nchw);

    public void Dispose() => plan.Dispose();
}
