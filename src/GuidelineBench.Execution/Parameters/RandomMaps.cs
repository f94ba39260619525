using GuidelineBench.Core.Layers;

namespace GuidelineBench.Execution.Parameters;

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
