using System.Runtime.InteropServices;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Parameters;

/// <summary>16 hexadecimal digits over the bits of numbers: equal for equal numbers in equal order.</summary>
public static class ValueChecksum
{
    public static string Of(ReadOnlySpan<float> values) => Text(Sha256.HashData(MemoryMarshal.AsBytes(values)));

    /// <summary>Weights, then biases, of all layers that have them, in order of execution.</summary>
    public static string Of(Graph graph, NetworkParameters parameters)
    {
        var hash = new Sha256();
        foreach ((Node node, _) in graph.WeightedLayers)
        {
            hash.Append(MemoryMarshal.AsBytes<float>(parameters[node.Index].Weights));
            hash.Append(MemoryMarshal.AsBytes<float>(parameters[node.Index].Bias));
        }

        return Text(hash.Finish());
    }

    private static string Text(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash[..8]);
}

/// <summary>Seeded inputs.</summary>
public static class RandomMaps
{
    /// <returns>batch x channels x height x width, uniform in [-1, 1).</returns>
    public static float[] Create(MapShape shape, int batch, int seed)
    {
        var random = new Random(seed);
        float[] map = new float[batch * shape.Elements];
        for (int i = 0; i < map.Length; i++)
            map[i] = 2 * random.NextSingle() - 1;
        return map;
    }
}
