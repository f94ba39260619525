using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Operators;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Operators;

public sealed class OperatorSplitTests
{
    [Fact]
    public void EveryOperatorHasItsClassItsWorkAndItsTraffic()
    {
        var plan = new FakePlan(Network(), PlanOptions.Default with { Batch = 3 }, () => { }, output: 0);

        ImmutableArray<OperatorTime> operators = OperatorSplit.Measure(plan);

        Assert.Equal(["conv", "element-wise", "shuffle", "other", "other"], operators.Select(part => part.Class));
        // 8 x 8 pixels of 4 -> 6 channels by 3 x 3 windows, and 6 inputs of 10 outputs; one image.
        Assert.Equal([64L * 4 * 6 * 9, 0, 0, 0, 60], operators.Select(part => part.MultiplyAdds));
        // Maps of three images and parameters once, 4 bytes each.
        Assert.Equal(
            [
                4L * (3 * 64 * (4 + 6) + 4 * 6 * 9 + 6),
                4L * 3 * 64 * 12,
                4L * 3 * 64 * 12,
                4L * 3 * (64 * 6 + 6),
                4L * (3 * (6 + 10) + 60 + 10),
            ],
            operators.Select(part => part.Bytes));
    }

    [Fact]
    public void OperatorsRunInTheirOrderPassByPass()
    {
        var plan = new FakePlan(Network(), PlanOptions.Default, () => { }, output: 0);

        OperatorSplit.Measure(plan);

        Assert.True(plan.StepsRun.Count >= 3 * 5);
        Assert.Equal(Enumerable.Range(0, plan.StepsRun.Count).Select(run => run % 5), plan.StepsRun);
    }

    [Fact]
    public void ATimeIsTheMedianOfItsPasses()
    {
        // The second operator takes 2 ms, but 40 ms once in five passes: a mean would be above 9 ms.
        int run = 0;
        Action brief = Waiting.For(milliseconds: 2), interrupted = Waiting.For(milliseconds: 40);
        var plan = new FakePlan(Network(), PlanOptions.Default, () => { }, output: 0)
        {
            Step = step =>
            {
                if (step == 1)
                    (++run % 5 == 0 ? interrupted : brief)();
            },
        };

        double ns = OperatorSplit.Measure(plan)[1].Ns;

        Assert.True(ns >= 2e6);
        Assert.True(run >= 5);
    }

    [Fact]
    public void ASlowPlanIsRunThreeTimes()
    {
        var plan = new FakePlan(Network(), PlanOptions.Default, () => { }, output: 0)
        {
            Step = step => Waiting.For(milliseconds: step == 0 ? 400 : 0)(),
        };

        OperatorSplit.Measure(plan);

        Assert.Equal(3 * 5, plan.StepsRun.Count);
    }

    /// <summary>A convolution, ReLU, shuffle, global mean and a fully connected layer.</summary>
    private static Graph Network()
    {
        var graph = new GraphBuilder(new MapShape(4, 8, 8));
        int x = graph.ReLU(graph.Convolution(graph.Input, 6, kernelSize: 3));
        x = graph.Add(new GlobalAveragePooling(), graph.Shuffle(x, groups: 2));
        graph.FullyConnected(x, 10);
        return graph.Build("five");
    }
}
