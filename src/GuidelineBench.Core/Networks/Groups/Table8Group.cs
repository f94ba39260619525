using GuidelineBench.Core.Paper;

namespace GuidelineBench.Core.Networks.Groups;

/// <summary>Table 8: whole networks at the input that the paper classified with. Two rows of MobileNet v2 each at 1.0 and 1.4 are one network and share one speed.</summary>
internal static class Table8Group
{
    public const string Name = "table8";

    public static GroupTable Table { get; } = new(
        Name,
        "Classification on ImageNet (Table 8)",
        [.. PaperTables.Table8.Rows.Select((row, index) => (Network(row.Model), new PaperRow(Name, row.Model, index)))]);

    private static string Network(string model) => model switch
    {
        "ShuffleNet v2 0.5x (ours)" => "shufflenet_v2_0.5x",
        "ShuffleNet v2 1x (ours)" => "shufflenet_v2_1.0x",
        "ShuffleNet v2 1.5x (ours)" => "shufflenet_v2_1.5x",
        "ShuffleNet v2 2x (ours)" => "shufflenet_v2_2.0x",
        "ShuffleNet v2 2x (ours, with SE)" => "shufflenet_v2_2.0x_se",
        "0.25 MobileNet v1" => "mobilenet_v1_0.25",
        "0.5 MobileNet v1" => "mobilenet_v1_0.5",
        "0.75 MobileNet v1" => "mobilenet_v1_0.75",
        "1.0 MobileNet v1" => "mobilenet_v1_1.0",
        "0.15 MobileNet v2 (our impl.)" => "mobilenet_v2_0.15",
        "0.4 MobileNet v2 (our impl.)" => "mobilenet_v2_0.4_160",
        "0.6 MobileNet v2 (our impl.)" => "mobilenet_v2_0.6",
        "0.75 MobileNet v2 (our impl.)" => "mobilenet_v2_0.75_192",
        "1.0 MobileNet v2" or "1.0 MobileNet v2 (our impl.)" => "mobilenet_v2_1.0",
        "1.4 MobileNet v2" or "1.4 MobileNet v2 (our impl.)" => "mobilenet_v2_1.4",
        "ShuffleNet v1 0.5x (g=3)" => "shufflenet_v1_0.5x_g3",
        "ShuffleNet v1 1x (g=3)" => "shufflenet_v1_1.0x_g3",
        "ShuffleNet v1 1.5x (g=3)" => "shufflenet_v1_1.5x_g3",
        "ShuffleNet v1 2x (g=3)" => "shufflenet_v1_2.0x_g3",
        "DenseNet 0.5x (our impl.)" => "densenet_0.5x",
        "DenseNet 1x (our impl.)" => "densenet_1.0x",
        "DenseNet 1.5x (our impl.)" => "densenet_1.5x",
        "DenseNet 2x (our impl.)" => "densenet_2.0x",
        "Xception 0.5x (our impl.)" => "light_xception_0.5x",
        "Xception 1x (our impl.)" => "light_xception_1.0x",
        "Xception 1.5x (our impl.)" => "light_xception_1.5x",
        "Xception 2x (our impl.)" => "light_xception_2.0x",
        "CondenseNet (G=C=8)" => "condensenet_g8",
        "CondenseNet (G=C=4)" => "condensenet_g4",
        "IGCV2-0.25" => "igcv2_0.25",
        "IGCV2-0.5" => "igcv2_0.5",
        "IGCV2-1.0" => "igcv2_1.0",
        "IGCV3-D (0.7)" => "igcv3_d_0.7",
        "IGCV3-D" => "igcv3_d_1.0",
        "IGCV3-D (1.4)" => "igcv3_d_1.4",
        "NASNet-A (4 @ 1056, our impl.)" => "nasnet_a_4_1056",
        "PNASNet-5 (our impl.)" => "pnasnet_5_mobile",
        _ => throw new InvalidOperationException($"No network is known for {model} of Table 8."),
    };
}
