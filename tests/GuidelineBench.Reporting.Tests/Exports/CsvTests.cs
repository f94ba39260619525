using System.Globalization;
using CsCheck;
using CsvHelper;
using GuidelineBench.Reporting.Documents;
using GuidelineBench.Reporting.Exports;

namespace GuidelineBench.Reporting.Tests.Exports;

public sealed class CsvTests
{
    private const int Width = 3;

    private static readonly char[] Formulas = ['=', '@', '+', '-', '\t', '\r'];

    /// <summary>By a reader that is not the writer's: commas, quotes and line breaks stay within their field, and no field begins a formula.</summary>
    [Fact]
    public void WhatIsWrittenIsReadAgainAndNoFieldIsAFormula() => Property.Holds(
        Gen.OneOf("a", ",", "\"", "\n", "\r\n", " ", "=1+1", "-", "+", "@", "\t", "é", ";", "'").Array[0, 5].Select(string.Concat).Array[Width].Array[0, 4],
        rows =>
        {
            string text = Csv.Write(new Columns<string[]>().Each(Enumerable.Range(0, Width), (columns, place) => columns.Text($"head {place}", row => row[place])), rows);

            string[][] read = [.. Read(text)];
            Assert.Equal(rows.Length + 1, read.Length);
            Assert.Equal(rows.Select(row => row.Select(Plain)), read.Skip(1).Select(row => row.Select(Plain)));
            Assert.All(read.SelectMany(row => row).Where(field => field.Length > 0), field => Assert.DoesNotContain(field[0], Formulas));
        });

    /// <summary>Without the sign that makes a text of a formula.</summary>
    private static string Plain(string field) => field.StartsWith('\'') && field.Length > 1 && Formulas.Contains(field[1]) ? field[1..] : field;

    /// <summary>[RFC4180]</summary>
    private static IEnumerable<string[]> Read(string text)
    {
        using var parser = new CsvParser(new StringReader(text), CultureInfo.InvariantCulture);
        while (parser.Read())
            yield return parser.Record!;
    }
}
