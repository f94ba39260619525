using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;
using GuidelineBench.Kernels.Simd.Tests.Memory;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

/// <summary>What the backend offers for choice is right, and what it did not offer is refused.</summary>
public sealed class PlanChoiceTests
{
    private static readonly Graph Odd = Network(Table1.Experiment, "1:6");

    public static TheoryData<string, string> Rows =>
    [
        .. from experiment in ExperimentCatalogue.All
           from row in experiment.Rows
           select (experiment.Id, row.Label),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void EveryCandidateEqualsReference(string experiment, string row)
    {
        Graph graph = Network(ExperimentCatalogue.Find(experiment)!, row);
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        float[] input = RandomMaps.Create(graph.Input.Output, batch: 1, seed: 2);
        foreach (ExecutionOrder order in Enum.GetValues<ExecutionOrder>())
        {
            PlanOptions options = PlanOptions.Default with { Order = order };
            foreach (PlanChoices candidate in Backend().Candidates(graph, options))
            {
                using var plan = (ISteppedPlan)Backend().Compile(graph, parameters, options with { Choices = candidate });

                Assert.Equal(candidate, plan.Choices);
                Assert.InRange(PlanVerification.MaxError(plan, parameters, input, seed: 3), 0, OutputTolerance.Fp32);
            }
        }
    }

    [Fact]
    public void WithoutChoicesTheFirstCandidateIsTaken()
    {
        using var plan = (ISteppedPlan)Backend().Compile(Odd, NetworkParameters.Random(Odd, seed: 1), PlanOptions.Default);

        Assert.Equal(Backend().Candidates(Odd, PlanOptions.Default)[0], plan.Choices);
        Assert.Equal(plan.Choices, PlanChoices.Parse(plan.Choices!.ToString()));
    }

    [Theory]
    [InlineData(":1x1000")]
    [InlineData(":1x1")]
    [InlineData(":flat")]
    [InlineData(":1x13-1x1")]
    [InlineData("")]
    [InlineData("7:1x13")]
    public void ChoicesOfAnotherMachineOrNetworkAreRefused(string instead)
    {
        PlanChoices usual = Backend().Candidates(Odd, PlanOptions.Default)[0];
        ImmutableArray<string> operators = [.. usual.Operators.Select(choice => choice.Split(':')[0] + instead)];

        Refused(new PlanChoices(operators));
    }

    [Fact]
    public void ChoicesForFewerOperatorsAreRefused() =>
        Refused(new PlanChoices(Backend().Candidates(Odd, PlanOptions.Default)[0].Operators[1..]));

    private static void Refused(PlanChoices choices)
    {
        PlanException error = Assert.Throws<PlanException>(() => Backend().Compile(
            Odd, NetworkParameters.Random(Odd, seed: 1), PlanOptions.Default with { Choices = choices }));

        Assert.StartsWith(Odd.Name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static Graph Network(Experiment experiment, string row) =>
        experiment.Cell(experiment.Rows.Single(candidate => candidate.Label == row), Scale.X1, ChannelSetting.Cpu).Graph;

    private static SimdBackend Backend() =>
        OperatingSystem.IsLinux() ? new SimdBackend(new GuardedAllocator(GuardSide.After)) : new SimdBackend(new AlignedAllocator());
}
