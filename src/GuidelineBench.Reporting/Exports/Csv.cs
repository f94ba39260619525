using CsvHelper;
using CsvHelper.Configuration;

namespace GuidelineBench.Reporting.Exports;

/// <summary>Columns as CSV, row by row, the same under every culture.</summary>
internal static class Csv
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        // A text of a file that a spreadsheet would take for a formula is written as text.
        InjectionOptions = InjectionOptions.Escape,
    };

    public static string Write<TRow>(Columns<TRow> columns, IEnumerable<TRow> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Configuration))
        {
            WriteLine(csv, columns.Heads);
            foreach (TRow row in rows)
                WriteLine(csv, columns.Row(row).Select(cell => cell.Text.Plain));
        }

        return text.ToString();
    }

    private static void WriteLine(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (string field in fields)
            csv.WriteField(field);
        csv.NextRecord();
    }
}
