using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Tests.Reading;

/// <summary>What this tool writes is read back as the same graph with the same weights.</summary>
public class RoundTripTests
{
    /// <summary>In the usual run larger ones are left out: they have the same layers.</summary>
    private const long MostParameters = 6_000_000;

    public static TheoryData<string> Networks =>
    [
        .. TestPart.Of(
            from entry in NetworkCatalogue.All
            let graph = entry.Build()
            where TestPart.IsAll || graph.WeightedLayers.Sum(weighted => weighted.Layer.ParameterCount) <= MostParameters
            select entry,
            entry => entry.Family).Select(entry => entry.Name + (NetworkGroups.Find(entry.Name) is null ? "" : $"@{entry.Input.Height}x{entry.Input.Width}")),
        "shufflenet_v2_1.0x_backbone@96x64", "nasnet_a_4_1056@225x225", "appendix1b",
    ];

    public static TheoryData<string, string> Rows =>
    [
        .. TestPart.Of(
            from experiment in ExperimentCatalogue.All
            from row in experiment.Rows
            select (experiment.Id, row.Label),
            row => row.Id),
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_comes_back(string name)
    {
        Assert.True(NetworkGroups.TrySelect(name, out var cases, out string? error), error);
        foreach (NetworkCase network in TestPart.Of(cases, network => network.Entry.Family))
            ComesBack(network.Build());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_comes_back_at_every_scale(string experiment, string label)
    {
        ExperimentRow row = ExperimentCatalogue.Find(experiment)!.Rows.Single(row => row.Label == label);
        foreach (ChannelSetting setting in new[] { ChannelSetting.Cpu, ChannelSetting.Gpu })
            foreach (Scale scale in Scales.All)
                ComesBack(ExperimentCatalogue.Find(experiment)!.Cell(row, scale, setting).Graph);
    }

    private static void ComesBack(Graph graph)
    {
        NetworkParameters parameters = NetworkParameters.Random(graph, 3);
        foreach (int? batch in new int?[] { null, 3 })
        {
            OnnxNetwork read = OnnxReader.Read(OnnxModel.Bytes(graph, parameters, new OnnxFormat(batch)), "model.onnx");

            Assert.Equal(Text(graph), Text(read.Graph));
            Assert.Equal(graph.Checksum, read.Graph.Checksum);
            Assert.Equal(ValueChecksum.Of(graph, parameters), ValueChecksum.Of(read.Graph, read.Parameters));
            Assert.Empty(read.Source.Notices);
        }
    }

    private static IEnumerable<string> Text(Graph graph) => graph.Nodes.Select(node => $"{node.Index} {node.Layer.Signature} < {string.Join(' ', node.Inputs)}");
}
