using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>The networks of Tables 1-4.</summary>
internal static class ExperimentCases
{
    /// <summary>Blocks of every network of the tables, all alike.</summary>
    private const int Blocks = 10;

    /// <summary>One block of each cell, of the wide ones on a few rows of the map: Reference takes its time.</summary>
    public static IEnumerable<OperatorCase> FirstBlocks =>
        OnMaps((setting, scale) => (setting == ChannelSetting.Gpu ? 4 : scale == Scale.X4 ? 10 : 56, 56));

    /// <summary>One block of each cell on a map of that size, for devices that take long.</summary>
    public static IEnumerable<OperatorCase> SmallFirstBlocks(int height, int width) => OnMaps((_, _) => (height, width));

    public static IEnumerable<OperatorCase> WholeAtX1 =>
        from experiment in ExperimentCatalogue.All
        from cell in experiment.Cells(ChannelSetting.Cpu, [Scale.X1])
        select new OperatorCase(cell.Graph.Name, cell.Graph, Batch: 1, Threads: 2, Fuse: true, Seed: 4);

    /// <summary>Of a case that this class makes: table1, of table1/1:6/x4.</summary>
    public static string Table(OperatorCase cell) => cell.Graph.Name.Split('/')[0];

    /// <summary>Of a case that this class makes: table1/1:6, and whether it is fused.</summary>
    public static string Row(OperatorCase cell) => $"{cell.Graph.Name[..cell.Graph.Name.LastIndexOf('/')]} {(cell.Fuse ? "fused" : "unfused")}";

    private static IEnumerable<OperatorCase> OnMaps(Func<ChannelSetting, Scale, (int Height, int Width)> size) =>
        from setting in Enum.GetValues<ChannelSetting>()
        from experiment in ExperimentCatalogue.All
        from cell in experiment.Cells(setting, Scales.All)
        from fuse in Variants(cell)
        let map = size(setting, cell.Scale)
        select new OperatorCase(
            $"{cell.Graph.Name} {setting}", FirstBlock(cell.Graph, map.Height, map.Width), Batch: 1, Threads: 1, fuse, Seed: 3);

    private static ImmutableArray<bool> Variants(ExperimentCell cell) => cell.Experiment.MeasuredUnfused ? [true, false] : [true];

    private static Graph FirstBlock(Graph graph, int height, int width)
    {
        var builder = new GraphBuilder(graph.Input.Output with { Height = height, Width = width });
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
