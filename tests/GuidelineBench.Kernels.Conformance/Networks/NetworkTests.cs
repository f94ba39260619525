using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.Conformance.Networks;

/// <summary>What every backend has to do that runs the networks of the catalogue.</summary>
public abstract class NetworkTests
{
    /// <summary>Rounding errors of up to 40 layers one behind the other add up.</summary>
    protected const double NetworkTolerance = 2e-5;

    public static TheoryData<OperatorCase> Layers => [.. TestPart.Covering(LayerCases.All, OperatorKinds.Of)];

    public static TheoryData<OperatorCase> Views => [.. TestPart.Of(ViewCases.All, view => view.Name)];

    public static TheoryData<OperatorCase> Joins => [.. TestPart.Of(JoinCases.All, join => join.Name.Split(',')[0])];

    public static TheoryData<OperatorCase> Networks => [.. TestPart.Covering(RandomNetworks.All, OperatorKinds.Of)];

    /// <summary>The backend, in as many kinds of memory as there are; one or more.</summary>
    protected abstract ImmutableArray<IBackend> Backends { get; }

    [Theory]
    [MemberData(nameof(Layers), DisableDiscoveryEnumeration = true)]
    public void EveryLayerEqualsReference(OperatorCase operatorCase) => PlanAssert.EqualsReference(Backends, operatorCase);

    [Theory]
    [MemberData(nameof(Views), DisableDiscoveryEnumeration = true)]
    public void EveryReaderOfAViewEqualsReference(OperatorCase operatorCase) =>
        PlanAssert.EqualsReference(Backends, operatorCase, NetworkTolerance);

    [Theory]
    [MemberData(nameof(Joins), DisableDiscoveryEnumeration = true)]
    public void AnActivationBehindAConcatenationEqualsReference(OperatorCase operatorCase) =>
        PlanAssert.EqualsReference(Backends, operatorCase, NetworkTolerance);

    [Theory]
    [MemberData(nameof(Networks), DisableDiscoveryEnumeration = true)]
    public void ANetworkOfRandomUnitsEqualsReference(OperatorCase operatorCase)
    {
        PlanAssert.EqualsReference(Backends, operatorCase, NetworkTolerance);
        PlanAssert.EqualsReference(Backends, operatorCase with { Fuse = !operatorCase.Fuse }, NetworkTolerance);
    }

    /// <summary>What is not finite fills every map that depends on the input, and nothing of it is left in the next run.</summary>
    [Theory]
    [MemberData(nameof(Networks), DisableDiscoveryEnumeration = true)]
    public void ANetworksRunLeavesNothingBehind(OperatorCase operatorCase)
    {
        Graph graph = operatorCase.Graph;
        float[] input = RandomMaps.Create(graph.Input.Output, operatorCase.Batch, operatorCase.Seed + 1);
        using var plan = (ISteppedPlan)Backends[0].Compile(
            graph, NetworkParameters.Random(graph, operatorCase.Seed), operatorCase.Options);
        float[] expected = RunOn(input);
        foreach (float value in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            float[] poisoned = new float[input.Length];
            Array.Fill(poisoned, value);
            RunOn(poisoned);

            MapAssert.Same(expected, RunOn(input), graph.Output.Output, FormattableString.Invariant($"{operatorCase}, after {value}"));
        }

        float[] RunOn(float[] map)
        {
            plan.WriteInput(map);
            plan.Run();
            return PlanAssert.Read(plan, graph.Output);
        }
    }
}
