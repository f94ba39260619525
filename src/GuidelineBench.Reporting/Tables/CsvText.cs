using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GuidelineBench.Reporting.Tables;

/// <summary>Records as CSV, the same under every culture.</summary>
internal static class CsvText
{
    public static string Write<TLine, TColumns>(IEnumerable<TLine> lines)
        where TColumns : ClassMap<TLine>
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
            csv.Context.RegisterClassMap<TColumns>();
            csv.WriteRecords(lines);
        }

        return text.ToString();
    }
}
