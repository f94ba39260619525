using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;
using GuidelineBench.Kernels.Conformance.Networks;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.OnnxRuntime.Tests.Engine;

/// <summary>What is exported is what is meant: the engine computes from the file what Reference computes from the graph.</summary>
public class ConformanceTests
{
    private const double NetworkTolerance = 2e-5;

    public static TheoryData<OperatorCase> Operators => [.. TestPart.Covering(AllOperators(), OperatorKinds.Of)];

    public static TheoryData<OperatorCase> Views => [.. TestPart.Of(ViewCases.All.Concat(JoinCases.All), view => view.Name.Split(',')[0])];

    public static TheoryData<OperatorCase> Networks => [.. TestPart.Covering(RandomNetworks.All, OperatorKinds.Of)];

    /// <summary>Of the usual part the small ones; of all cases every network, the largest last.</summary>
    public static TheoryData<string> Catalogue =>
        [.. TestPart.IsAll ? NetworkCatalogue.All.Select(entry => entry.Name) : ["shufflenet_v2_0.5x", "mobilenet_v2_0.15", "shufflenet_v1_0.5x_g3"]];

    public static TheoryData<string, string, string> Cells =>
    [
        .. from experiment in ExperimentCatalogue.All
           from setting in new[] { ChannelSetting.Cpu, ChannelSetting.Gpu }
           from scale in Scales.All
           where TestPart.IsAll || (scale == Scale.X1 && setting == ChannelSetting.Cpu)
           from row in experiment.Rows
           select (experiment.Id, row.Label, $"{setting.Label()} {scale.Label()}"),
    ];

    [Theory]
    [MemberData(nameof(Operators), DisableDiscoveryEnumeration = true)]
    public void Every_layer_equals_Reference(OperatorCase operatorCase) => PlanAssert.EqualsReference(OnnxRuntimeBackends.All, operatorCase);

    [Theory]
    [MemberData(nameof(Views), DisableDiscoveryEnumeration = true)]
    public void Every_reader_of_a_view_equals_Reference(OperatorCase operatorCase) =>
        PlanAssert.EqualsReference(OnnxRuntimeBackends.All, operatorCase, NetworkTolerance);

    [Theory]
    [MemberData(nameof(Networks), DisableDiscoveryEnumeration = true)]
    public void A_network_of_random_units_equals_Reference(OperatorCase operatorCase) =>
        PlanAssert.EqualsReference(OnnxRuntimeBackends.All, operatorCase, NetworkTolerance);

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void Every_network_is_accepted_by_verification(string network) =>
        Verify(NetworkCatalogue.All.Single(entry => entry.Name == network).Build(), PlanOptions.Default with { Threads = 2 });

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_row_is_accepted_by_verification(string experiment, string row, string where)
    {
        string[] words = where.Split(' ');
        Experiment found = ExperimentCatalogue.Find(experiment)!;
        Assert.True(Scales.TryParse(words[1], out Scale scale));
        ChannelSetting setting = words[0] == ChannelSetting.Cpu.Label() ? ChannelSetting.Cpu : ChannelSetting.Gpu;
        Graph graph = found.Cell(found.Rows.Single(other => other.Label == row), scale, setting).Graph;

        foreach (string variant in EngineVariants.All)
            Verify(graph, PlanOptions.Default with { Variant = variant });
    }

    private static void Verify(Graph graph, PlanOptions options)
    {
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        float[] input = RandomMaps.Create(graph.Input.Output, options.Batch, seed: 1);
        using IPlan plan = OnnxRuntimeBackends.All[0].Compile(graph, parameters, options);

        Assert.InRange(PlanVerification.MaxError(plan, parameters, input, seed: 1), 0, OutputTolerance.Fp32);
    }

    /// <summary>Local response normalisation over an even number of channels is centred differently in ONNX, and not written.</summary>
    private static IEnumerable<OperatorCase> AllOperators() => OperatorTests.Cases.Concat(NetworkTests.Layers).Select(row => row.Data)
        .Where(operatorCase => !operatorCase.Graph.Nodes.Any(node => node.Layer is LocalResponseNormalization { Size: var size } && size % 2 == 0));
}
