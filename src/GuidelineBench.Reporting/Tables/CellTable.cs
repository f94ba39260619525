using GuidelineBench.Reporting.Exports;
using GuidelineBench.Reporting.Histories;

namespace GuidelineBench.Reporting.Tables;

/// <summary><c>results.csv</c>: one line per cell of every machine; the machine, then every scalar of a cell under its name in the result file.</summary>
internal static class CellTable
{
    private static readonly Columns<(MachineReport Machine, CellResult Cell)> Columns = new Columns<(MachineReport Machine, CellResult Cell)>()
        .Text("machine", line => line.Machine.Name)
        .Text("startedUtc", line => line.Machine.File.StartedUtc.ToString("O", CultureInfo.InvariantCulture))
        .Text("experiment", line => line.Cell.Experiment)
        .Text("guideline", line => line.Cell.Guideline)
        .Text("row", line => line.Cell.Row)
        .Text("scale", line => line.Cell.Scale)
        .Text("setting", line => line.Cell.Setting)
        .Text("channels", line => string.Join('x', line.Cell.Channels))
        .Text("input", line => string.Join('x', line.Cell.Input))
        .Each(CellAxes.All, (columns, axis) => columns.Text(axis.Name, line => axis.Value(line.Cell)))
        .Text("plan", line => line.Cell.Plan)
        .Text("graphChecksum", line => line.Cell.GraphChecksum)
        .Text("weightsChecksum", line => line.Cell.WeightsChecksum)
        .Text("inputChecksum", line => line.Cell.InputChecksum)
        .Text("multiplyAdds", line => Text(line.Cell.MultiplyAdds))
        .Text("memoryAccess", line => Text(line.Cell.MemoryAccess))
        .Text("memoryAccessBound", line => Text(line.Cell.MemoryAccessBound))
        .Text("bytes", line => Text(line.Cell.Bytes))
        .Text("launches", line => Text(line.Cell.Launches))
        .Text("allocatedBytes", line => Text(line.Cell.AllocatedBytes))
        .Text("rounds", line => Text(line.Cell.Rounds.Length))
        .Text("samples", line => Text(line.Cell.Rounds.Sum(samples => samples.IsDefault ? 0 : samples.Length)))
        .Text("blocks", line => Text(line.Cell.Blocks.Length))
        .Text("floorNs", line => Text(line.Cell.Blocks.IsEmpty ? null : line.Cell.Blocks.Min(block => block.FloorNs)))
        .Text("medianNs", line => Text(line.Cell.MedianNs))
        .Text("deviceNs", line => Text(line.Cell.DeviceNs))
        .Text("imagesPerSecond", line => Text(line.Cell.ImagesPerSecond))
        .Text("batchesPerSecond", line => Text(line.Cell.BatchesPerSecond))
        .Text("gflops", line => Text(line.Cell.Gflops))
        .Text("percentOfPeak", line => Text(line.Cell.PercentOfPeak))
        .Text("percentOfRoundPeak", line => Text(line.Cell.PercentOfRoundPeak))
        .Text("maxError", line => Text(line.Cell.MaxError))
        .Text("skipped", line => line.Cell.Skipped);

    public static string Write(IEnumerable<MachineReport> machines) =>
        Csv.Write(Columns, machines.SelectMany(machine => machine.File.Cells.Select(cell => (machine, cell))));

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary><c>history.csv</c>: one line per row and run of every machine with several runs, the oldest run first; columns under their names in the result file where they have one.</summary>
internal static class HistoryTable
{
    private static readonly Columns<(string Machine, PastRun Run, CellKey Key, CellPoint Point)> Columns = new Columns<(string Machine, PastRun Run, CellKey Key, CellPoint Point)>()
        .Text("machine", line => line.Machine)
        .Text("startedUtc", line => line.Run.StartedUtc.ToString("O", CultureInfo.InvariantCulture))
        .Text("complete", line => line.Run.Complete ? "true" : "false")
        .Text("version", line => line.Run.Version)
        .Text("commit", line => line.Run.Commit)
        .Text("experiment", line => line.Key.Experiment)
        .Text("row", line => line.Key.Row)
        .Text("scale", line => line.Key.Scale)
        .Text("setting", line => line.Key.Setting)
        .Each(CellAxes.All, (columns, axis) => columns.Text(axis.Name, line => axis.Value(line.Key)))
        .Text("nsPerMultiplyAdd", line => line.Point.NsPerMultiplyAdd.ToString(CultureInfo.InvariantCulture))
        .Text("percentOfPeak", line => line.Point.PercentOfPeak?.ToString(CultureInfo.InvariantCulture));

    public static string Write(IEnumerable<HistoryReport> histories) => Csv.Write(
        Columns,
        from history in histories
        from run in history.History.Runs.Index()
        from cell in history.History.Cells
        let point = cell.Points[run.Index]
        where point is not null
        select (history.Name, run.Item, cell.Key, point));
}
