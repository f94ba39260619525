using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Pages;

/// <summary>A file whose every text tries to be markup, in whichever member it stands: a report shows it as text alone.</summary>
public sealed class HostileTextTests
{
    private const string Markup = "=1+1\"'><evil-element onmouseover='x' href=\"javascript:x\">&lt;evil-element&gt;</title></style></svg>]]><evil-element>{{x}}";

    /// <summary>Members whose values are a few known words; other values are refused when the file is read.</summary>
    private static readonly string[] Closed = ["startedUtc", "guideline", "scale", "setting", "experiment", "row", "variant"];

    private static readonly NamedResultFile Hostile = new(Markup, File());

    [Fact]
    public void Is_never_an_element_or_an_attribute_of_a_page()
    {
        foreach (IDocument page in new[] { ReportPages.Of(Hostile), ReportPages.Of(Hostile, SampleRun.Named) })
        {
            Assert.Contains("<evil-element", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("evil-element, main script, iframe, object, embed, base, form"));
            foreach (IElement element in page.All)
                foreach (IAttr attribute in element.Attributes)
                {
                    Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{element.LocalName} has {attribute.Name}");
                    if (attribute.Name is "href" or "src")
                        Assert.DoesNotContain("javascript:", attribute.Value.TrimStart()[..Math.Min(11, attribute.Value.TrimStart().Length)], StringComparison.OrdinalIgnoreCase);
                }
        }
    }

    [Fact]
    public void Is_never_an_element_of_a_chart() => Assert.All(
        Report.Build([Hostile]).Where(document => document.RelativePath.EndsWith(".svg", StringComparison.Ordinal)),
        document => Assert.DoesNotContain(XDocument.Parse(document.Content).Descendants(), element => element.Name.LocalName == "evil-element"));

    [Fact]
    public void Is_never_markup_of_a_summary_nor_a_formula_of_a_table()
    {
        Dictionary<string, string> documents = Report.Build([Hostile]).ToDictionary(document => document.RelativePath, document => document.Content);

        Assert.DoesNotContain("<evil-element", documents["summary.md"].Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (string field in documents["results.csv"].Split(',', '\n'))
            Assert.False(field.TrimStart('"') is ['=' or '+' or '@' or '\t', ..], field);
    }

    private static ResultFile File()
    {
        JsonNode file = JsonNode.Parse(ResultFileJson.Serialize(SampleRun.File(rounds: 5)))!;
        Replace(file);
        JsonArray cells = file["cells"]!.AsArray();
        // The last cells become rows of an experiment that nobody knows, with texts in their operators too.
        for (int i = cells.Count - 4; i < cells.Count; i++)
        {
            JsonNode cell = cells[i]!;
            (cell["experiment"], cell["row"], cell["guideline"], cell["plan"], cell["variant"]) = (Markup, $"{Markup} {i}", null, Markup, Markup);
            cell["operators"] = new JsonArray(new JsonObject { ["name"] = Markup, ["class"] = Markup, ["ns"] = 1, ["multiplyAdds"] = 1, ["bytes"] = 1 });
        }

        return ResultFileJson.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()), "hostile.json");
    }

    private static void Replace(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members.ToArray())
                if (value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String && !Closed.Contains(name))
                    members[name] = Markup;
                else if (value is not null)
                    Replace(value);
        }
        else if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
                if (items[i] is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    items[i] = Markup;
                else if (items[i] is { } item)
                    Replace(item);
        }
    }
}
