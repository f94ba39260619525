using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>A backend that can do no more than it must: nobody sees into its plans, and nothing is there to be tuned.</summary>
internal sealed class OpaqueBackend : IBackend
{
    public string Name => "opaque";

    public string Isa => "none";

    public string? Unusable => null;

    public BackendAbilities Abilities { get; init; } = new([ExecutionOrder.Layer], [], [MathMode.Fp32], HasThreads: false);

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options) => new Plan(graph, options);

    private sealed class Plan(Graph graph, PlanOptions options) : IPlan
    {
        private readonly Action pass = Waiting.For(milliseconds: 6);

        public Graph Graph => graph;

        public PlanOptions Options => options;

        public PlanChoices? Choices => null;

        public long? Bytes => null;

        public void WriteInput(ReadOnlySpan<float> nchw)
        {
        }

        public void Run() => pass();

        public void ReadOutput(Span<float> nchw) => nchw.Clear();

        public void Dispose()
        {
        }
    }
}
