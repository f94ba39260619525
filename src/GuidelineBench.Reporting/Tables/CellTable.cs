namespace GuidelineBench.Reporting.Tables;

/// <summary><c>results.csv</c>: one line per cell of every machine.</summary>
internal static class CellTable
{
    public static string Write(IEnumerable<MachineReport> machines) => CsvText.Write<CellLine, CellColumns>(
        from machine in machines
        from cell in machine.File.Cells
        select new CellLine(machine.Name, machine.File, cell));
}
