using System.Text.Json;

namespace GuidelineBench.Core.Tests.Oracle;

/// <summary>Convolutions and fully connected layers of networks, listed by another program from published descriptions.</summary>
public static class OracleLayers
{
    /// <summary>
    /// By name in the catalogue. Each layer is: 1 if fully connected, kernel, stride, groups, input channels, output
    /// channels, input size, output size, weights, multiply-adds.
    /// </summary>
    public static IReadOnlyDictionary<string, long[][]> ByNetwork { get; } = Read();

    private static Dictionary<string, long[][]> Read()
    {
        using Stream stream = typeof(OracleLayers).Assembly.GetManifestResourceStream("network-layers.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, long[][]>>(stream)!;
    }
}
