using System.Globalization;
using CsvHelper.Configuration;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Tables;

/// <summary>The columns of <c>results.csv</c>: the machine, then every scalar of a cell under its name in the result file.</summary>
internal sealed class CellColumns : ClassMap<CellLine>
{
    public CellColumns()
    {
        Map(line => line.Machine).Name("machine");
        Map(line => line.File, useExistingMap: false).Name("startedUtc").Convert(row => row.Value.File.StartedUtc.ToString("O", CultureInfo.InvariantCulture));
        Column("experiment", cell => cell.Experiment);
        Column("guideline", cell => cell.Guideline);
        Column("row", cell => cell.Row);
        Column("scale", cell => cell.Scale);
        Column("setting", cell => cell.Setting);
        Column("channels", cell => string.Join('x', cell.Channels));
        Column("input", cell => string.Join('x', cell.Input));
        foreach (CellAxis axis in CellAxes.All)
            Column(axis.Name, axis.Value);
        Column("plan", cell => cell.Plan);
        Column("graphChecksum", cell => cell.GraphChecksum);
        Column("weightsChecksum", cell => cell.WeightsChecksum);
        Column("inputChecksum", cell => cell.InputChecksum);
        Column("multiplyAdds", cell => Text(cell.MultiplyAdds));
        Column("memoryAccess", cell => Text(cell.MemoryAccess));
        Column("memoryAccessBound", cell => Text(cell.MemoryAccessBound));
        Column("bytes", cell => Text(cell.Bytes));
        Column("launches", cell => Text(cell.Launches));
        Column("allocatedBytes", cell => Text(cell.AllocatedBytes));
        Column("rounds", cell => Text(cell.Rounds.Length));
        Column("samples", cell => Text(cell.Rounds.Sum(samples => samples.IsDefault ? 0 : samples.Length)));
        Column("blocks", cell => Text(cell.Blocks.Length));
        Column("floorNs", cell => Text(cell.Blocks.IsEmpty ? null : cell.Blocks.Min(block => block.FloorNs)));
        Column("medianNs", cell => Text(cell.MedianNs));
        Column("deviceNs", cell => Text(cell.DeviceNs));
        Column("imagesPerSecond", cell => Text(cell.ImagesPerSecond));
        Column("batchesPerSecond", cell => Text(cell.BatchesPerSecond));
        Column("gflops", cell => Text(cell.Gflops));
        Column("percentOfPeak", cell => Text(cell.PercentOfPeak));
        Column("percentOfRoundPeak", cell => Text(cell.PercentOfRoundPeak));
        Column("maxError", cell => Text(cell.MaxError));
        Column("skipped", cell => cell.Skipped);
    }

    private void Column(string name, Func<CellResult, string?> value) =>
        Map(line => line.Cell, useExistingMap: false).Name(name).Convert(row => value(row.Value.Cell));

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
