using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>Chains without ReLU, which may turn what is not finite into zero, on maps that tiles do not divide.</summary>
internal static class LeakCases
{
    public static IEnumerable<OperatorCase> All =>
        from map in new[] { (1, 1), (1, 7), (7, 7), (13, 17), (3, 32) }
        from build in new (string Name, Action<GraphBuilder> Chain)[]
        {
            ("1x1 chain", graph => graph.Convolution(graph.Convolution(graph.Convolution(graph.Input, 9), 33), 3)),
            ("1x1 groups", graph => graph.Convolution(graph.Convolution(graph.Input, 24, groups: 3), 6, groups: 2)),
            ("1x1 with sum", graph => graph.Sum(graph.Convolution(graph.Convolution(graph.Input, 7), 3), graph.Input)),
            ("3x3", graph => graph.Convolution(graph.Input, 5, kernelSize: 3)),
            ("3x3 depthwise", graph => graph.Convolution(graph.Input, 3, kernelSize: 3, groups: 3)),
            ("1x1 and 3x3", graph => graph.Convolution(graph.Convolution(graph.Convolution(graph.Input, 8), 5, kernelSize: 3), 3)),
        }
        from batch in new[] { 1, 2 }
        select Case(build.Name, build.Chain, map, batch);

    private static OperatorCase Case(string name, Action<GraphBuilder> chain, (int Height, int Width) map, int batch)
    {
        var graph = new GraphBuilder(new MapShape(3, map.Height, map.Width));
        chain(graph);
        return new OperatorCase(name, graph.Build(name), batch, Threads: batch, Fuse: true, Seed: 5);
    }
}
