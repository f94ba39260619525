using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Networks;

/// <summary>The graph that a stored cell is of.</summary>
public static class MeasuredGraph
{
    /// <returns>Null for a network or a row that this version does not know.</returns>
    public static Graph? Of(CellResult cell)
    {
        if (MeasuredNetwork.Of(cell) is { } network)
            return network.Case?.Build();
        return ExperimentCatalogue.Find(cell.Experiment) is { } experiment
            && experiment.AllRows.FirstOrDefault(row => row.Label == cell.Row) is { } row
            && cell.Scale is not null && Scales.TryParse(cell.Scale, out Scale scale)
                ? experiment.Cell(row, scale, cell.Setting == ChannelSetting.Gpu.Label() ? ChannelSetting.Gpu : ChannelSetting.Cpu).Graph
                : null;
    }
}
