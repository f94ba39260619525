using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using CsvHelper;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Tests.Pages;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Tables;

public sealed class CellTableTests
{
    [Fact]
    public void Every_cell_has_a_line_with_its_scalars()
    {
        ResultFile file = SampleRun.File();
        dynamic[] lines = Read(Report.Build([new NamedResultFile("results.json", file)]));

        Assert.Equal(63, lines.Length);
        CellResult cell = file.Cells[3];
        Assert.Equal("1:2", lines[3].row);
        Assert.Equal("22x44", lines[3].channels);
        Assert.Equal("56x56", lines[3].input);
        Assert.Equal("15", lines[3].rounds);
        Assert.Equal("75", lines[3].samples);
        Assert.Equal(cell.MedianNs, double.Parse(lines[3].medianNs, CultureInfo.InvariantCulture));
        Assert.Equal(cell.MultiplyAdds, long.Parse(lines[3].multiplyAdds, CultureInfo.InvariantCulture));
    }

    /// <summary>A scalar added to the result file must get its column.</summary>
    [Fact]
    public void Every_member_of_a_cell_that_is_no_object_is_a_column()
    {
        string head = ReportPages.Content(Report.Build([SampleRun.Named]), "results.csv").Split('\n')[0];

        Assert.Equal(
            typeof(CellResult).GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
                .Where(name => name is not ("operators" or "sustained" or "engine"))
                .Concat(["machine", "startedUtc", "samples", "floorNs"])
                .Order(StringComparer.Ordinal),
            head.Split(',').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_text_that_starts_like_a_formula_is_written_as_text()
    {
        dynamic[] lines = Read(Report.Build([ReportPages.Hostile]));

        Assert.Equal("'" + HostileRun.Formula, lines[12].row);
        Assert.Equal(HostileRun.Markup, lines[12].experiment);
        Assert.Equal("'+1", lines[13].row);
    }

    [Fact]
    public void A_history_has_a_line_for_each_row_and_run()
    {
        using var text = new StringReader(ReportPages.Content(Report.Build(SampleHistory.Files(3)), "history.csv"));
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        dynamic[] lines = [.. csv.GetRecords<dynamic>()];

        Assert.Equal(3 * 63, lines.Length);
        CellResult cell = SampleHistory.Files(3)[1].File.Cells[0];
        Assert.Equal("1:1", lines[63].row);
        Assert.Equal((double)(cell.MedianNs! / cell.MultiplyAdds), double.Parse(lines[63].nsPerMultiplyAdd, CultureInfo.InvariantCulture), 1e-12);
    }

    private static dynamic[] Read(IEnumerable<ReportDocument> report)
    {
        using var text = new StringReader(ReportPages.Content(report, "results.csv"));
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>()];
    }
}
