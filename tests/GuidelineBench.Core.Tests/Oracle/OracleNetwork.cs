using System.Text.Json;

namespace GuidelineBench.Core.Tests.Oracle;

/// <summary>
/// A network counted by another program from published descriptions. Variants with residual connections, which have no
/// weights, carry the figures of the network without them. That program makes the 27 channels that PNASNet-5's second stem cell
/// reads by two paths of 13 channels: its figures are those of <c>pnasnet_5_mobile_even</c>. Those of
/// <c>pnasnet_5_mobile</c> were corrected by hand for paths of 13 and 14 channels, as in TensorFlow's implementation.
/// </summary>
/// <param name="Network">Its name in the catalogue.</param>
/// <param name="Parameters">Sum of the three that follow.</param>
/// <param name="BatchNorms">Scales and shifts.</param>
public sealed record OracleNetwork(
    string Network, int Convolutions, long Parameters, long Weights, long Biases, long BatchNorms, long MultiplyAdds)
{
    public static IReadOnlyList<OracleNetwork> All { get; } = Read();

    private static OracleNetwork[] Read()
    {
        using Stream stream = typeof(OracleNetwork).Assembly.GetManifestResourceStream("networks.json")!;
        return JsonSerializer.Deserialize<OracleNetwork[]>(stream, JsonSerializerOptions.Web)!;
    }
}
