using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>Every network of the catalogue, and every row of Tables 1 to 4 in both channel columns.</summary>
public class NetworkFilesTests
{
    /// <summary>In the usual run larger ones are left out: they have the same layers.</summary>
    private const long MostParameters = 8_000_000;

    public static TheoryData<string> Networks =>
    [
        .. TestPart.Of(
            from entry in NetworkCatalogue.All
            let graph = entry.Build()
            where TestPart.IsAll || WrittenRules.Parameters(graph) <= MostParameters
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
    public void A_network_is_written(string name)
    {
        Assert.True(NetworkGroups.TrySelect(name, out var cases, out string? error), error);
        foreach (NetworkCase network in TestPart.Of(cases, network => network.Entry.Family))
            HoldsOf(network.Build());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_written_at_every_scale(string experiment, string label)
    {
        ExperimentRow row = ExperimentCatalogue.Find(experiment)!.Rows.Single(row => row.Label == label);
        foreach (ChannelSetting setting in new[] { ChannelSetting.Cpu, ChannelSetting.Gpu })
            foreach (Scale scale in Scales.All)
                HoldsOf(ExperimentCatalogue.Find(experiment)!.Cell(row, scale, setting).Graph);
    }

    private static void HoldsOf(Graph graph)
    {
        foreach (int opset in OnnxFormat.Opsets.Keys)
        {
            WrittenModel written = WrittenModel.Of(graph, new OnnxFormat(Opset: opset));
            WrittenRules.Hold(written);
            if (WrittenRules.Parameters(graph) <= MostParameters)
                WrittenRules.HoldsParameters(written);
        }
    }
}
