using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Execution.Tests.Verification;

/// <summary>Steps as they occur in whole networks, each launch with what is fused into it; views have no launch.</summary>
public sealed class NetworkVerificationTests
{
    private const int Batch = 2;

    private static readonly (Graph Graph, ImmutableArray<PlanStep> Steps) Network = CreateNetwork();
    private static readonly NetworkParameters Parameters = NetworkParameters.Random(Network.Graph, seed: 1);

    public static TheoryData<int> EveryStep => [.. Enumerable.Range(0, Network.Steps.Length)];

    [Fact]
    public void ARightPlanHasOnlyFloatsRounding() => Assert.InRange(MaxError(Plan((_, _) => { })), double.Epsilon, 2e-7);

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void AWrongLastValueIsFoundInEveryStep(int step)
    {
        double error = MaxError(Plan((index, output) =>
        {
            if (index == step)
                output[^1] += 0.5f;
        }));

        Assert.True(error > OutputTolerance.Fp32, $"{Network.Steps[step].Name}: {error}");
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void ChannelsInAnotherOrderAreFoundInEveryStep(int step)
    {
        int pixels = Network.Graph.Nodes[Network.Steps[step].Output].Output.Pixels;

        double error = MaxError(Plan((index, output) =>
        {
            if (index != step)
                return;
            float[] first = output[..pixels];
            output.AsSpan(pixels, pixels).CopyTo(output);
            first.CopyTo(output, pixels);
        }));

        Assert.True(error > OutputTolerance.Fp32, $"{Network.Steps[step].Name}: {error}");
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void OneImageForTheOtherIsFoundInEveryStep(int step)
    {
        double error = MaxError(Plan((index, output) =>
        {
            if (index == step)
                output.AsSpan(0, output.Length / Batch).CopyTo(output.AsSpan(output.Length / Batch));
        }));

        Assert.True(error > OutputTolerance.Fp32, $"{Network.Steps[step].Name}: {error}");
    }

    [Fact]
    public void AnErrorStaysInItsStep()
    {
        // A stem that is wrong by 2^-10 everywhere makes wrong inputs for all that follows, and no further error.
        double error = MaxError(Plan((index, output) =>
        {
            for (int i = 0; i < output.Length && index == 0; i++)
                output[i] *= 1 + 1f / 1024;
        }));

        Assert.Equal(1.0 / 1024, error, 1e-6);
    }

    [Fact]
    public void AMapBehindAViewThatIsOverwrittenBeforeItsUseIsFound()
    {
        // The stem's map is read by the first launch of the unit and, as half of a concatenation, much later.
        int stem = Network.Steps[0].Output;
        ReferencePlan? plan = null;
        double error = MaxError(plan = Plan((index, _) =>
        {
            if (index == 3)
                plan!.Map(stem).AsSpan().Clear();
        }));

        Assert.True(error > OutputTolerance.Fp32);
    }

    [Fact]
    public void AnOutputThatIsAViewIsComparedBehindIt()
    {
        var builder = new GraphBuilder(new MapShape(2, 5, 5));
        int left = builder.ReLU(builder.Input), right = builder.Convolution(builder.Input, 2);
        builder.Shuffle(builder.Concatenation(left, right), 2);
        Graph graph = builder.Build("unit");
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        float[] input = RandomMaps.Create(graph.Input.Output, 1, seed: 2);
        ImmutableArray<PlanStep> steps = [Step(graph, left), Step(graph, right)];
        int runs = 0;
        var correct = new ReferencePlan(graph, parameters, PlanOptions.Default) { Steps = steps };
        var wrong = new ReferencePlan(graph, parameters, PlanOptions.Default)
        {
            Steps = steps,
            // Right when the steps are run one by one, behind the run.
            AfterStep = (index, output) => output[0] += index == 0 && runs++ == 0 ? 0.5f : 0,
        };

        Assert.True(PlanVerification.MaxError(correct, parameters, input, seed: 3) < 1e-7);
        Assert.True(PlanVerification.MaxError(wrong, parameters, input, seed: 3) > 0.1);
    }

    [Fact]
    public void WhatNoStepWritesIsNamed()
    {
        var builder = new GraphBuilder(new MapShape(2, 5, 5));
        int relu = builder.ReLU(builder.Input);
        int last = builder.ReLU6(builder.Slice(relu, 0, 1));
        Graph graph = builder.Build("gap");
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        var plan = new ReferencePlan(graph, parameters, PlanOptions.Default) { Steps = [Step(graph, last)] };

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => PlanVerification.MaxError(plan, parameters, RandomMaps.Create(graph.Input.Output, 1, seed: 2), seed: 3));

        Assert.Equal("Node 1 (relu) is read, but no step of the plan writes it.", error.Message);
    }

    private static ReferencePlan Plan(Action<int, float[]> afterStep) =>
        new(Network.Graph, Parameters, PlanOptions.Default with { Batch = Batch }) { Steps = Network.Steps, AfterStep = afterStep };

    private static double MaxError(ReferencePlan plan) => PlanVerification.MaxError(
        plan, Parameters, RandomMaps.Create(Network.Graph.Input.Output, Batch, seed: 7), seed: 11);

    private static PlanStep Step(Graph graph, params int[] nodes) => new(
        string.Join(" + ", nodes.Select(node => graph.Nodes[node].Layer.Signature)),
        [.. nodes],
        [.. nodes.SelectMany(node => graph.Nodes[node].Inputs).Except(nodes)]);

    /// <summary>A stem, a unit with split and shuffle, squeeze-and-excitation with a shortcut, poolings, LRN, and a head.</summary>
    private static (Graph Graph, ImmutableArray<PlanStep> Steps) CreateNetwork()
    {
        var launches = new List<int[]>();
        var builder = new GraphBuilder(new MapShape(3, 29, 27));
        int convolution = builder.Convolution(builder.Input, 8, new Window(3, 2, Padding.Around(1)));
        int stem = Launch(convolution, builder.ReLU6(convolution));

        int work = Launch(builder.Convolution(builder.Slice(stem, 4, 4), 4));
        work = Launch(builder.Convolution(work, 4, new Window(5, 1, Padding.Around(2)), groups: 4));
        int normalized = builder.BatchNormalization(work);
        work = Launch(normalized, builder.ReLU(normalized));
        int joined = builder.Shuffle(builder.Concatenation(builder.Slice(stem, 0, 4), work), 2);

        int main = Launch(builder.Convolution(joined, 8, kernelSize: 3, groups: 2));
        int gate = Launch(builder.Add(new GlobalAveragePooling(), main));
        int hidden = builder.FullyConnected(gate, 4);
        gate = Launch(hidden, builder.ReLU(hidden));
        int opened = builder.FullyConnected(gate, 8);
        gate = Launch(opened, builder.Add(new Sigmoid(), opened));
        int scaled = builder.Add(new ChannelScaling(), main, gate), sum = builder.Sum(scaled, joined);
        int unit = Launch(scaled, sum, builder.ReLU(sum));

        int largest = Launch(builder.Add(new MaxPooling(new Window(3, 2, Padding.Around(1))), unit));
        int mean = Launch(builder.Add(new AveragePooling(new Window(3, 2, Padding.Around(1)), CountsPadding: false), unit));
        int both = builder.Concatenation(largest, mean);
        int lrn = Launch(builder.Add(new LocalResponseNormalization(5, 0.1, 0.75, 2), both));
        int projected = builder.Convolution(lrn, 16), added = builder.Sum(projected, both);
        int last = Launch(projected, added, builder.Add(new HardSigmoid(), added));
        Launch(builder.FullyConnected(last, 10));

        Graph graph = builder.Build("network");
        return (graph, [.. launches.Select(nodes => Step(graph, nodes))]);

        int Launch(params int[] nodes)
        {
            launches.Add(nodes);
            return nodes[^1];
        }
    }
}
