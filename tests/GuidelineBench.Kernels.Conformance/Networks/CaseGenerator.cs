using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.Conformance.Networks;

/// <summary>Seeded choices of shapes and layers, the same on every machine.</summary>
internal sealed class CaseGenerator(int seed)
{
    /// <summary>Map sizes of the networks, and sizes that neither vectors nor tiles divide.</summary>
    private static readonly (int Height, int Width)[] Maps =
        [(1, 1), (1, 7), (3, 3), (5, 5), (7, 7), (7, 7), (13, 17), (14, 14), (15, 15), (23, 34), (28, 28), (56, 56), (55, 55), (112, 40)];

    private static readonly int[] Widths = [1, 2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 24, 29, 33, 45, 64, 71];

    private readonly Random random = new(seed);

    /// <summary>From 0 on, below <paramref name="end"/>.</summary>
    public int Next(int end) => random.Next(end);

    public T Pick<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    public int Channels(int most = 33) => Pick<int>([.. Widths.Where(width => width <= most)]);

    /// <param name="most">Pixels of the map.</param>
    public MapShape Map(int channels, int most = int.MaxValue)
    {
        (int height, int width) = Pick<(int, int)>([.. Maps.Where(map => map.Height * map.Width <= most)]);
        return new MapShape(channels, height, width);
    }

    /// <summary>Padding of every kind: none, equal on all sides, TensorFlow's, unequal, and pixels left out.</summary>
    /// <returns>A window that fits the map, each of its positions at least partly inside it.</returns>
    public Window Window(MapShape map, int kernelSize, int stride)
    {
        while (true)
        {
            Padding padding = Next(6) switch
            {
                0 => Padding.None,
                1 or 2 => Padding.Around(kernelSize / 2),
                3 => Padding.Same(map, kernelSize, stride),
                4 => new Padding(Next(kernelSize), Next(kernelSize), Next(kernelSize), Next(kernelSize)),
                _ => new Padding(-1, -1, Next(kernelSize), Next(kernelSize)),
            };
            if (map.Height + padding.Top + padding.Bottom >= kernelSize && map.Width + padding.Left + padding.Right >= kernelSize)
                return new Window(kernelSize, stride, padding);
        }
    }

    /// <summary>Adds an activation, or none.</summary>
    public int Activated(GraphBuilder graph, int node) => Next(6) switch
    {
        0 => graph.ReLU(node),
        1 => graph.ReLU6(node),
        2 => graph.Add(new Sigmoid(), node),
        3 => graph.Add(new HardSigmoid(), node),
        _ => node,
    };

    /// <summary>A case of the graph on a random batch and number of threads, fused or not.</summary>
    public OperatorCase Case(string name, GraphBuilder graph) =>
        new(name, graph.Build(name), Batch: Pick(1, 1, 2, 3), Threads: Pick(1, 2, 3, 5), Fuse: Next(3) > 0, Seed: Next(1000));
}
