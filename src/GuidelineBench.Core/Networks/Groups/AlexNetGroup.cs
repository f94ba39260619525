using GuidelineBench.Core.Paper;

namespace GuidelineBench.Core.Networks.Groups;

/// <summary>ShuffleNet v1's comparison with AlexNet (its Table 8) at the smallest of its inputs, at which it claims 13 times the speed.</summary>
internal static class AlexNetGroup
{
    public const string Name = "alexnet";

    public static GroupTable Table { get; } = new(
        Name,
        "ShuffleNet v1 against AlexNet (Table 8 of ShuffleNet v1)",
        [.. PaperTables.ShuffleNetV1Table8.Rows.Select((row, index) => (Network(row.Model), new PaperRow(Name, row.Model, index)))]);

    private static string Network(string model) => model switch
    {
        "ShuffleNet v1 0.5x (g=3)" => "shufflenet_v1_0.5x_g3",
        "ShuffleNet v1 1x (g=3)" => "shufflenet_v1_1.0x_g3",
        "ShuffleNet v1 2x (g=3)" => "shufflenet_v1_2.0x_g3",
        "AlexNet" => "alexnet_2012",
        "1.0 MobileNet-224" => "mobilenet_v1_1.0",
        _ => throw new InvalidOperationException($"No network is known for {model} of ShuffleNet v1's Table 8."),
    };
}
