using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>Every kind of operator on seeded random shapes, and shapes that are easy to get wrong.</summary>
internal static class OperatorCases
{
    /// <summary>Keeps a case short where Reference computes it.</summary>
    private const long MostMultiplyAdds = 4_000_000;

    private const int ShapesOfEachKind = 6;

    private static readonly int[] Channels = [1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 17, 22, 23, 31, 32, 33, 45, 64, 78, 90, 108, 184];

    private static readonly (int Height, int Width)[] Maps =
        [(1, 1), (1, 7), (7, 1), (2, 2), (7, 7), (14, 14), (13, 17), (5, 31), (3, 32), (4, 33), (9, 64), (56, 56)];

    private static readonly int[] Batches = [1, 1, 2, 3];

    private static readonly int[] ThreadCounts = [1, 2, 3, 5];

    public static IEnumerable<OperatorCase> All => RandomConvolutions().Concat(ChannelSweep()).Concat(Elementwise()).Concat(Networks());

    private static IEnumerable<OperatorCase> RandomConvolutions()
    {
        var random = new Random(20180730);
        foreach (ConvolutionKind kind in Enum.GetValues<ConvolutionKind>())
        {
            foreach (FollowedBy followedBy in Enum.GetValues<FollowedBy>())
            {
                for (int i = 0; i < ShapesOfEachKind; i++)
                    yield return RandomConvolution(kind, followedBy, random);
            }
        }
    }

    private static OperatorCase RandomConvolution(ConvolutionKind kind, FollowedBy followedBy, Random random)
    {
        while (true)
        {
            (int height, int width) = Pick(Maps, random);
            Convolution convolution = RandomLayer(kind, random);
            int batch = Pick(Batches, random);
            if (batch * convolution.WeightCount * height * width > MostMultiplyAdds)
                continue;
            Graph graph = Single(convolution, height, width, followedBy);
            return new OperatorCase(
                $"{convolution.Signature} {followedBy}", graph, batch, Pick(ThreadCounts, random), random.Next(4) > 0, random.Next(1000));
        }
    }

    private static Convolution RandomLayer(ConvolutionKind kind, Random random)
    {
        int a = Pick(Channels, random), b = Pick(Channels, random), groups = Pick([2, 3, 4, 8], random);
        return kind switch
        {
            ConvolutionKind.Pointwise => new Convolution(a, b),
            ConvolutionKind.GroupedPointwise => new Convolution(a * groups, b * groups, groups: groups),
            ConvolutionKind.Dense => new Convolution(a, b, kernelSize: 3),
            ConvolutionKind.Grouped => new Convolution(a * groups, b * groups, kernelSize: 3, groups),
            _ => new Convolution(a, a, kernelSize: 3, groups: a),
        };
    }

    /// <summary>Every number of output channels of the list from and to its neighbour, on a map that no tile divides.</summary>
    private static IEnumerable<OperatorCase> ChannelSweep()
    {
        foreach ((int from, int to) in Channels.Zip(Channels.Skip(1)))
        {
            foreach (int kernelSize in new[] { 1, 3 })
            {
                var graph = new GraphBuilder(new MapShape(from, kernelSize == 1 ? 13 : 5, 17));
                graph.Convolution(graph.Convolution(graph.Input, to, kernelSize), from, kernelSize);
                yield return Case($"conv{kernelSize}x{kernelSize} {from}->{to}->{from}", graph, batch: 1, threads: 1, fuse: true, seed: from);
            }
        }
    }

    private static IEnumerable<OperatorCase> Elementwise()
    {
        int seed = 0;
        foreach ((int height, int width) in Maps)
        {
            int channels = Channels[seed++];
            var relu = new GraphBuilder(new MapShape(channels, height, width));
            relu.ReLU(relu.Input);
            yield return Case("relu", relu, batch: 1 + seed % 3, threads: 1 + seed % 2, fuse: seed % 2 == 0, seed);

            var sum = new GraphBuilder(new MapShape(channels, height, width));
            int activated = sum.ReLU(sum.Input);
            sum.Sum([.. Enumerable.Repeat(sum.Input, 1 + seed % 3), activated]);
            yield return Case($"sum of {2 + seed % 3}", sum, batch: 1 + seed % 3, threads: 1 + seed % 2, fuse: seed % 2 == 0, seed);
        }
    }

    /// <summary>
    /// Random graphs of several layers: maps of different widths share buffers, layers of 1x1 and 3x3 alternate, and
    /// shortcuts live long.
    /// </summary>
    public static IEnumerable<OperatorCase> Networks()
    {
        var random = new Random(1807);
        for (int i = 0; i < 40; i++)
        {
            (int height, int width) = Pick(Maps[..^1], random);
            var graph = new GraphBuilder(new MapShape(Pick(Channels[..12], random), height, width));
            int last = graph.Input;
            for (int layer = 0; layer < 8; layer++)
                last = Append(graph, last, random);
            yield return Case($"network {i}", graph, Pick(Batches, random), Pick(ThreadCounts, random), random.Next(3) > 0, seed: i);
        }
    }

    private static int Append(GraphBuilder graph, int last, Random random)
    {
        int channels = graph.ShapeOf(last).Channels;
        int[] alike = [.. Enumerable.Range(0, last).Where(node => graph.ShapeOf(node).Channels == channels)];
        return random.Next(6) switch
        {
            0 => graph.ReLU(last),
            1 or 2 when alike.Length > 0 => graph.Sum(last, Pick(alike, random)),
            3 => graph.Convolution(last, Pick(Channels[..12], random), kernelSize: 3),
            4 => graph.Convolution(last, channels, kernelSize: 3, groups: channels),
            _ => graph.Convolution(last, Pick(Channels[..12], random)),
        };
    }

    private static Graph Single(Convolution convolution, int height, int width, FollowedBy followedBy)
    {
        var graph = new GraphBuilder(new MapShape(convolution.InputChannels, height, width));
        int outputs = convolution.OutputChannels;
        int others = followedBy switch { FollowedBy.Sum or FollowedBy.SumAndReLU => 1, FollowedBy.SumOfThreeOthers => 3, _ => 0 };
        // The operands are cheap layers of the same input, so that they differ from each other and from the result.
        int groups = outputs % convolution.Groups == 0 ? convolution.Groups : 1;
        int[] operands = [.. Enumerable.Range(0, others).Select(_ => graph.Convolution(graph.Input, outputs, groups: groups))];
        int y = graph.Convolution(graph.Input, outputs, convolution.KernelSize, convolution.Groups);
        if (others > 0)
            y = graph.Sum([y, .. operands]);
        if (followedBy is FollowedBy.ReLU or FollowedBy.SumAndReLU)
            graph.ReLU(y);
        return graph.Build(convolution.Signature);
    }

    private static OperatorCase Case(string name, GraphBuilder graph, int batch, int threads, bool fuse, int seed) =>
        new(name, graph.Build(name), batch, threads, fuse, seed);

    private static T Pick<T>(T[] values, Random random) => values[random.Next(values.Length)];
}
