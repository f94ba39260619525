using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;
using GuidelineBench.Kernels.Conformance.Networks;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Simd.Tests.Memory;

namespace GuidelineBench.Kernels.Simd.Tests.NetworkPlans;

/// <summary>What the backend offers for choice for a network is right, and what it did not offer is refused.</summary>
public sealed class NetworkChoiceTests
{
    private static readonly OperatorCase Odd = RandomNetworks.All.First();

    public static TheoryData<OperatorCase> Networks => [.. RandomNetworks.All.Take(12)];

    [Theory]
    [MemberData(nameof(Networks), DisableDiscoveryEnumeration = true)]
    public void EveryCandidateEqualsReference(OperatorCase network)
    {
        NetworkParameters parameters = NetworkParameters.Random(network.Graph, network.Seed);
        float[] input = RandomMaps.Create(network.Graph.Input.Output, network.Batch, network.Seed + 1);
        ImmutableArray<PlanChoices> candidates = Backend().Candidates(network.Graph, network.Options);
        foreach (PlanChoices candidate in candidates)
        {
            using var plan = (ISteppedPlan)Backend().Compile(network.Graph, parameters, network.Options with { Choices = candidate });

            Assert.Equal(candidate, plan.Choices);
            Assert.Equal(candidate, PlanChoices.Parse(candidate.ToString()));
            Assert.InRange(PlanVerification.MaxError(plan, parameters, input, seed: 3), 0, OutputTolerance.Fp32);
        }
    }

    [Fact]
    public void WithoutChoicesTheFirstCandidateIsTaken()
    {
        using var plan = (ISteppedPlan)Backend().Compile(Odd.Graph, NetworkParameters.Random(Odd.Graph, seed: 1), Odd.Options);

        Assert.Equal(Backend().Candidates(Odd.Graph, Odd.Options)[0], plan.Choices);
    }

    [Theory]
    [InlineData(":1v1x1000")]
    [InlineData(":9v1x1")]
    [InlineData(":1v")]
    [InlineData(":0v1x1")]
    [InlineData(":1x1")]
    [InlineData("")]
    [InlineData("7:flat")]
    [InlineData(":1v1x9/2")]
    [InlineData(":1v1x9/0")]
    [InlineData(":1v1x9/1/1")]
    public void ChoicesOfAnotherMachineOrNetworkAreRefused(string instead)
    {
        PlanChoices usual = Backend().Candidates(Odd.Graph, Odd.Options)[0];

        Refused(new PlanChoices([.. usual.Operators.Select(choice => choice.Split(':')[0] + instead)]));
    }

    [Fact]
    public void ChoicesForFewerOperatorsAreRefused() =>
        Refused(new PlanChoices(Backend().Candidates(Odd.Graph, Odd.Options)[0].Operators[1..]));

    private static void Refused(PlanChoices choices)
    {
        PlanException error = Assert.Throws<PlanException>(() => Backend().Compile(
            Odd.Graph, NetworkParameters.Random(Odd.Graph, seed: 1), Odd.Options with { Choices = choices }));

        Assert.StartsWith(Odd.Graph.Name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static SimdBackend Backend() => new(GuardedBackends.Memory(GuardSide.After));
}
