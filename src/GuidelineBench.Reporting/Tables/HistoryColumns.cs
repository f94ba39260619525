using System.Globalization;
using CsvHelper.Configuration;
using GuidelineBench.Analysis.Histories;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Tables;

/// <summary>The columns of <c>history.csv</c>, under their names in the result file where they have one.</summary>
internal sealed class HistoryColumns : ClassMap<HistoryTableLine>
{
    public HistoryColumns()
    {
        Map(line => line.Machine).Name("machine");
        OfRun("startedUtc", run => run.StartedUtc.ToString("O", CultureInfo.InvariantCulture));
        OfRun("complete", run => run.Complete ? "true" : "false");
        OfRun("version", run => run.Version);
        OfRun("commit", run => run.Commit);
        OfRow("experiment", key => key.Experiment);
        OfRow("row", key => key.Row);
        OfRow("scale", key => key.Scale);
        OfRow("setting", key => key.Setting);
        foreach (CellAxis axis in CellAxes.All)
            OfRow(axis.Name, axis.Value);
        OfPoint("nsPerMultiplyAdd", point => point.NsPerMultiplyAdd.ToString(CultureInfo.InvariantCulture));
        OfPoint("percentOfPeak", point => point.PercentOfPeak?.ToString(CultureInfo.InvariantCulture));
    }

    private void OfRun(string name, Func<PastRun, string?> value) =>
        Map(line => line.Run, useExistingMap: false).Name(name).Convert(row => value(row.Value.Run));

    private void OfRow(string name, Func<CellKey, string?> value) =>
        Map(line => line.Key, useExistingMap: false).Name(name).Convert(row => value(row.Value.Key));

    private void OfPoint(string name, Func<CellPoint, string?> value) =>
        Map(line => line.Point, useExistingMap: false).Name(name).Convert(row => value(row.Value.Point));
}
