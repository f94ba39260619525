using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Networks;

/// <summary>Networks of the catalogue on ILGPU's CPU accelerator.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Names => [.. TestPart.Of(NetworkCatalogue.All, entry => entry.Family).Select(entry => entry.Name)];

    [Fact]
    public void ShuffleNetV2EqualsReference()
    {
        int size = TestPart.Number(all: 64, part: 32);
        Graph graph = NetworkCatalogue.Find("shufflenet_v2_0.5x")!.Builder(new MapShape(3, size, size));
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        float[] input = RandomMaps.Create(graph.Input.Output, batch: 1, seed: 2);
        double[] reference = ReferenceNetwork.Output(graph, node => (parameters[node].Weights, parameters[node].Bias), input, batch: 1);
        using var plan = (ISteppedPlan)new PlanBackend<SmallCpuTestDevice>().Compile(graph, parameters, PlanOptions.Default);

        plan.WriteInput(input);
        plan.Run();

        MapAssert.Near(
            reference, PlanAssert.Read(plan, graph.Output), graph.Output.Output, "shufflenet_v2_0.5x", OutputTolerance.Fp32);
    }

    /// <summary>Of every network at its own input, and ones that a plan's text can hold.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void EveryNetworkHasChoicesForEachOfItsSteps(string name)
    {
        Graph graph = NetworkCatalogue.Find(name)!.Build();

        PlanChoices usual = new PlanBackend<SmallCpuTestDevice>().Candidates(graph, PlanOptions.Default)[0];

        Assert.Equal(usual, PlanChoices.Parse(usual.ToString()));
    }
}
