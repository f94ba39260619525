using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

/// <summary>The networks of Tables 1-4.</summary>
internal static class ExperimentCases
{
    /// <summary>Blocks of every network of the tables, all alike.</summary>
    private const int Blocks = 10;

    /// <summary>One block of each cell, of the wide ones on a few rows of the map: Reference takes its time.</summary>
    public static IEnumerable<OperatorCase> FirstBlocks =>
        from setting in Enum.GetValues<ChannelSetting>()
        from experiment in ExperimentCatalogue.All
        from cell in experiment.Cells(setting, Scales.All)
        from fuse in Variants(cell)
        let height = setting == ChannelSetting.Gpu ? 4 : cell.Scale == Scale.X4 ? 10 : 56
        select new OperatorCase(
            $"{cell.Graph.Name} {setting}", FirstBlock(cell.Graph, height), Batch: 1, Threads: 1, fuse, Seed: 3);

    public static IEnumerable<OperatorCase> WholeAtX1 =>
        from experiment in ExperimentCatalogue.All
        from cell in experiment.Cells(ChannelSetting.Cpu, [Scale.X1])
        select new OperatorCase(cell.Graph.Name, cell.Graph, Batch: 1, Threads: 2, Fuse: true, Seed: 4);

    private static ImmutableArray<bool> Variants(ExperimentCell cell) => cell.Experiment.MeasuredUnfused ? [true, false] : [true];

    private static Graph FirstBlock(Graph graph, int height)
    {
        var builder = new GraphBuilder(graph.Input.Output with { Height = height });
        foreach (Node node in graph.Nodes.Skip(1).Take((graph.Nodes.Length - 1) / Blocks))
        {
            _ = node.Layer switch
            {
                Convolution c => builder.Convolution(node.Inputs[0], c.OutputChannels, c.KernelSize, c.Groups),
                ReLU => builder.ReLU(node.Inputs[0]),
                Sum => builder.Sum([.. node.Inputs]),
                _ => throw new NotSupportedException(node.Layer.Signature),
            };
        }

        return builder.Build(graph.Name);
    }
}
