using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GuidelineBench.Reporting.Tables;

/// <summary><c>results.csv</c>: one line per cell of every machine.</summary>
internal static class CellTable
{
    public static string Write(IEnumerable<MachineReport> machines)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\n",
            // A text of a file that a spreadsheet would take for a formula is written as text.
            InjectionOptions = InjectionOptions.Escape,
        };
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, configuration))
        {
            csv.Context.RegisterClassMap<CellColumns>();
            csv.WriteRecords(
                from machine in machines
                from cell in machine.File.Cells
                select new CellLine(machine.Name, machine.File, cell));
        }

        return text.ToString();
    }
}
