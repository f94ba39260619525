using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Parameters;

/// <summary>16 hexadecimal digits over the bits of numbers: equal for equal numbers in equal order.</summary>
public static class ValueChecksum
{
    public static string Of(ReadOnlySpan<float> values) => Text(SHA256.HashData(MemoryMarshal.AsBytes(values)));

    /// <summary>Weights, then biases, of all layers that have them, in order of execution.</summary>
    public static string Of(Graph graph, NetworkParameters parameters)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((Node node, _) in graph.WeightedLayers)
        {
            hash.AppendData(MemoryMarshal.AsBytes<float>(parameters[node.Index].Weights));
            hash.AppendData(MemoryMarshal.AsBytes<float>(parameters[node.Index].Bias));
        }

        return Text(hash.GetHashAndReset());
    }

    private static string Text(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash[..8]);
}
