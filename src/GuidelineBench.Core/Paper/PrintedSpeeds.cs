using System.Collections.Concurrent;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Core.Paper;

/// <summary>The speeds of Tables 1 to 4 by cell.</summary>
public static class PrintedSpeeds
{
    // A network is built to count its multiply-adds; a page of many machines asks for the same rows of each.
    private static readonly ConcurrentDictionary<(string Experiment, string Row, Scale Scale, ChannelSetting Device), PrintedSpeed> Known = new();

    /// <summary>What the paper prints for a row at a scale.</summary>
    /// <param name="experiment"><c>table1</c> to <c>table4</c>.</param>
    /// <param name="row">Label as in <see cref="ExperimentRow"/>.</param>
    /// <param name="device">Snapdragon 810 (<see cref="ChannelSetting.Cpu"/>) or GTX 1080Ti (<see cref="ChannelSetting.Gpu"/>), each with its own column of channels.</param>
    /// <returns>Null where the paper prints none.</returns>
    public static PrintedSpeed? Find(string experiment, string row, Scale scale, ChannelSetting device)
    {
        if (Known.TryGetValue((experiment, row, scale, device), out PrintedSpeed? known))
            return known;
        Experiment? run = ExperimentCatalogue.Find(experiment);
        ExperimentRow? runRow = run?.Rows.FirstOrDefault(candidate => candidate.Label == row);
        ControlledTableRow? printed = PaperTables.Controlled(experiment)?.Rows.FirstOrDefault(candidate => candidate.Label == row);
        if (run is null || runRow is null || printed is null)
            return null;
        double perSecond = (device == ChannelSetting.Cpu ? printed.CpuImagesPerSecond : printed.GpuBatchesPerSecond)[scale.Column()];
        var speed = new PrintedSpeed(perSecond, IsMisprint(printed, scale, device)
            ? MultiplyAddsOfMisprint
            : GraphCosts.Of(run.Cell(runRow, scale, device).Graph).MultiplyAdds);
        Known[(experiment, row, scale, device)] = speed;
        return speed;
    }

    // Ten layers of 56 x 56 x 180 x 180 / 8: no such network exists, as 8 does not divide 180, so the work is a formula.
    private const long MultiplyAddsOfMisprint =
        10L * 56 * 56 * Table2.MisprintedChannels * Table2.MisprintedChannels / 8;

    private static bool IsMisprint(ControlledTableRow printed, Scale scale, ChannelSetting device) =>
        (printed.Label, scale, device) == ("g=8", Scale.X1, ChannelSetting.Cpu) &&
        printed.CpuChannels[0] == Table2.MisprintedChannels;
}
