using GuidelineBench.Core.Paper;

namespace GuidelineBench.Core.Networks.Groups;

/// <summary>Table 6: large models at 224x224.</summary>
internal static class Table6Group
{
    public const string Name = "table6";

    public static GroupTable Table { get; } = new(
        Name,
        "Large models (Table 6)",
        [.. PaperTables.Table6.Rows.Select((row, index) => (Network(row.Model), new PaperRow(Name, row.Model, index)))]);

    private static string Network(string model) => model switch
    {
        "ShuffleNet v2-50 (ours)" => "shufflenet_v2_50",
        "ShuffleNet v1-50 (our impl.)" => "shufflenet_v1_50",
        "ResNet-50" => "resnet50_2015",
        "SE-ShuffleNet v2-164 (ours, with residual)" => "se_shufflenet_v2_164",
        "SENet" => "senet154",
        _ => throw new InvalidOperationException($"No network is known for {model} of Table 6."),
    };
}
