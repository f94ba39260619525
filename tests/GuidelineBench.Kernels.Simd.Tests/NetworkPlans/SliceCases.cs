using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Conformance.Networks;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.Simd.Tests.NetworkPlans;

/// <summary>Networks in which the inputs of every convolution are cut that can be, whatever the processor's usual way.</summary>
internal static class SliceCases
{
    public static IEnumerable<OperatorCase> All =>
        TestPart.Covering(ViewCases.All.Concat(JoinCases.All).Concat(RandomNetworks.All).Concat(TileRunCases.All), OperatorKinds.Of)
            .Select((whole, index) => Cut(whole, 2 + index % 3));

    /// <summary>Choices that are cut; else the cases would say nothing about it.</summary>
    public static int Cuts(OperatorCase cut) => cut.Choices!.Operators.Count(choice => choice.Contains('/', StringComparison.Ordinal));

    private static OperatorCase Cut(OperatorCase whole, int most)
    {
        PlanOptions options = whole.Options with { Order = ExecutionOrder.Layer, Threads = 1 };
        using var plan = (ISteppedPlan)new SimdBackend().Compile(whole.Graph, NetworkParameters.Random(whole.Graph, whole.Seed), options);
        return whole with { Choices = new PlanChoices([.. plan.Steps.Zip(plan.Choices!.Operators, (step, choice) => Cut(plan.Graph, step, choice, most))]) };
    }

    private static string Cut(Graph graph, PlanStep step, string choice, int most)
    {
        Node head = graph.Nodes[step.Nodes[0]];
        return head.Layer is Convolution { Groups: 1 } convolution && head.Inputs[0] != graph.Input.Index && !choice.EndsWith("flat", StringComparison.Ordinal)
            ? FormattableString.Invariant($"{choice.Split('/')[0]}/{Math.Min(most, convolution.FanIn)}")
            : choice;
    }
}
