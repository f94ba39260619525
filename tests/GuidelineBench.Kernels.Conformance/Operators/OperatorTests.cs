using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>What every backend has to do. A class of tests for one device replaces the cases by those that it has the time for.</summary>
public abstract class OperatorTests
{
    public static TheoryData<OperatorCase> Cases => [.. TestPart.Covering(OperatorCases.All, OperatorKinds.Of)];

    public static TheoryData<OperatorCase> Blocks => [.. TestPart.Of(ExperimentCases.FirstBlocks, ExperimentCases.Row)];

    public static TheoryData<OperatorCase> SmallNetworks => [.. TestPart.Of(ExperimentCases.WholeAtX1, ExperimentCases.Table)];

    public static TheoryData<OperatorCase> Leaks => [.. LeakCases.All];

    /// <summary>The backend, in as many kinds of memory as there are; one or more.</summary>
    protected abstract ImmutableArray<IBackend> Backends { get; }

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void EveryOperatorEqualsReference(OperatorCase operatorCase) => EqualsReference(operatorCase);

    [Theory]
    [MemberData(nameof(Blocks), DisableDiscoveryEnumeration = true)]
    public void TheFirstBlockOfEveryCellEqualsReference(OperatorCase operatorCase) => EqualsReference(operatorCase);

    [Theory]
    [MemberData(nameof(SmallNetworks), DisableDiscoveryEnumeration = true)]
    public void EveryWholeNetworkAtX1EqualsReference(OperatorCase operatorCase) => EqualsReference(operatorCase);

    /// <summary>
    /// A pixel that is not finite stays where the kernels' reach ends, although tiles of pixels and borders lie beside it,
    /// and leaves nothing behind for the next run.
    /// </summary>
    [Theory]
    [MemberData(nameof(Leaks), DisableDiscoveryEnumeration = true)]
    public void APixelThatIsNotFiniteDoesNotLeak(OperatorCase operatorCase)
    {
        Graph graph = operatorCase.Graph;
        (MapShape input, MapShape output) = (graph.Input.Output, graph.Output.Output);
        int reach = graph.Convolutions.Sum(layer => layer.Convolution.KernelSize / 2);
        float[] clean = RandomMaps.Create(input, operatorCase.Batch, operatorCase.Seed + 1);
        using var plan = (ISteppedPlan)Backends[^1].Compile(
            graph, NetworkParameters.Random(graph, operatorCase.Seed), operatorCase.Options);
        float[] expected = RunOn(clean);
        int last = input.Pixels - 1;
        foreach ((float value, int pixel) in new[] { (float.NaN, last), (float.PositiveInfinity, 0), (float.NaN, last / 2), (float.NegativeInfinity, last) })
        {
            for (int image = 0; image < operatorCase.Batch; image++)
            {
                float[] poisoned = [.. clean];
                for (int channel = 0; channel < input.Channels; channel++)
                    poisoned[(image * input.Channels + channel) * input.Pixels + pixel] = value;
                int poisonedImage = image, row = pixel / input.Width, column = pixel % input.Width;

                float[] actual = RunOn(poisoned);

                string what = FormattableString.Invariant($"{operatorCase}, {value} at pixel {pixel} of image {image}");
                Assert.False(float.IsFinite(actual[(image * output.Channels) * output.Pixels + pixel]), what + " has no effect");
                MapAssert.Same(
                    expected, actual, output,
                    place => place.Image != poisonedImage || Math.Abs(place.Y - row) > reach || Math.Abs(place.X - column) > reach, what);
                MapAssert.Same(expected, RunOn(clean), output, what + ", then a clean input");
            }
        }

        float[] RunOn(float[] map)
        {
            plan.WriteInput(map);
            plan.Run();
            return PlanAssert.Read(plan, graph.Output);
        }
    }

    /// <summary>The tool's own check before timing, which sees a part of the pixels only, agrees with the comparison of whole maps.</summary>
    [Theory]
    [MemberData(nameof(SmallNetworks), DisableDiscoveryEnumeration = true)]
    public void VerificationAcceptsEveryPlan(OperatorCase operatorCase)
    {
        Graph graph = operatorCase.Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, operatorCase.Seed);
        float[] input = RandomMaps.Create(graph.Input.Output, operatorCase.Batch, operatorCase.Seed + 1);
        using var plan = (ISteppedPlan)Backends[^1].Compile(graph, parameters, operatorCase.Options);

        Assert.InRange(PlanVerification.MaxError(plan, parameters, input, seed: 6), 0, OutputTolerance.Fp32);
    }

    /// <summary>The bytes of a chain of 1x1 convolutions that tiles divide evenly, by hand: every map once per reader and writer, weights and biases.</summary>
    [Fact]
    public void BytesOfAPlanCountMapsWeightsAndBiases()
    {
        // 64 pixels: 4 -> 8 -> 4 channels and a fused sum with the input, batch 2.
        var graph = new GraphBuilder(new MapShape(4, 8, 8));
        graph.Sum(graph.Convolution(graph.Convolution(graph.Input, 8), 4), graph.Input);
        Graph built = graph.Build("bytes");

        using var plan = (ISteppedPlan)Backends[^1].Compile(
            built, NetworkParameters.Random(built, seed: 1), PlanOptions.Default with { Batch = 2 });

        Assert.Equal(4 * (2 * 64 * (4 + 8 + 8 + 4 + 4) + 32 + 8 + 32 + 4), plan.Bytes);
    }

    private void EqualsReference(OperatorCase operatorCase) => PlanAssert.EqualsReference(Backends, operatorCase);
}
