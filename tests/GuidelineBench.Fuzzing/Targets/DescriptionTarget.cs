using System.Text;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Descriptions;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Described networks, up to what they cost.</summary>
internal static class DescriptionTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            """
            # A stem, one unit with a shortcut, a classifier.
            input 3 32x32
            conv 24 kernel=3 stride=2 relu
            stem: maxpool kernel=3 stride=2
            conv 12 relu6
            depthwise kernel=3
            work: conv 24
            sum from=work,stem relu
            mean
            fc 10
            """,
            // Nearly as many multiply-adds as are allowed, many times.
            "input 16384 65x64\n" + string.Concat(Enumerable.Repeat("conv 16384 kernel=63 padding=31\n", 1000)),
            "input 8 4x4\na: slice 0 4\nconv 4 groups=2\nb: relu\nconcat from=a,b\nshuffle 2\navgpool kernel=2 stride=2 padding=0");
        return new FuzzTarget("description", 10, samples, TargetCatalogue.WordsOf(samples), input => Answer.Of<DescriptionException>(() =>
        {
            Graph graph = NetworkDescription.Parse(Encoding.UTF8.GetString(input), "network");
            var costs = GraphCosts.Of(graph);
            return costs is { MultiplyAdds: >= 0, MemoryAccess: >= 0, ElementwiseElements: >= 0, Parameters: >= 0 }
                ? $"{graph.Nodes.Length} {costs}"
                : throw new BrokenPromiseException($"A count overflows: {costs}");
        }));
    }
}
