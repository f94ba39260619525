using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Execution.Tests.Verification;

/// <summary>Plans that nobody sees into are compared by their whole output.</summary>
public sealed class WholePlanTests
{
    private static readonly Graph Residual = Create();
    private static readonly NetworkParameters Parameters = NetworkParameters.Random(Residual, seed: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_right_plan_has_only_floats_rounding(int batch) => Assert.InRange(MaxError(Plan(batch)), double.Epsilon, 2e-7);

    /// <summary>Any value of any image.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(431)]
    public void One_wrong_value_is_found(int place) =>
        Assert.True(MaxError(Plan(batch: 3) with { AfterRun = output => output[place] += 0.5f }) > OutputTolerance.Fp32);

    [Fact]
    public void A_value_that_is_not_finite_is_no_small_error() =>
        Assert.Equal(double.PositiveInfinity, MaxError(Plan(batch: 1) with { AfterRun = output => output[5] = float.NaN }));

    [Fact]
    public void A_run_that_does_nothing_is_found() => Assert.True(MaxError(Plan(batch: 1) with { Computes = false }) > OutputTolerance.Fp32);

    private static double MaxError(WholePlan plan) => PlanVerification.MaxError(
        plan, Parameters, RandomMaps.Create(Residual.Input.Output, plan.Options.Batch, seed: 2), seed: 3);

    private static WholePlan Plan(int batch) => new(new ReferencePlan(Residual, Parameters, PlanOptions.Default with { Batch = batch }));

    private static Graph Create()
    {
        var graph = new GraphBuilder(new MapShape(4, 6, 6));
        int x = graph.Convolution(graph.Input, 4, kernelSize: 3);
        x = graph.ReLU(graph.Sum(x, graph.Input));
        graph.Convolution(x, 4);
        return graph.Build("residual");
    }

    private sealed record WholePlan(ReferencePlan Inner) : IPlan
    {
        public Action<float[]> AfterRun { get; init; } = _ => { };

        public bool Computes { get; init; } = true;

        public Graph Graph => Inner.Graph;

        public PlanOptions Options => Inner.Options;

        public PlanChoices? Choices => null;

        public long? Bytes => null;

        public void WriteInput(ReadOnlySpan<float> nchw) => Inner.WriteInput(nchw);

        public void Run()
        {
            if (!Computes)
                return;
            Inner.Run();
            AfterRun(Inner.Map(Graph.Output.Index));
        }

        public void ReadOutput(Span<float> nchw) => Inner.Read(Graph.Output.Index, nchw);

        public void Dispose() => Inner.Dispose();
    }
}
