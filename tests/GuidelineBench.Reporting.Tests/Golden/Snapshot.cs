using System.Text.RegularExpressions;

namespace GuidelineBench.Reporting.Tests.Golden;

/// <summary>
/// A report as small files: the page section by section, pictures as what their marks say, the summary and the tables. Of
/// many lines that begin alike (rows, marks) some stand for all, as one function writes them. How pictures are drawn, and
/// every line, stands in the files of <c>charts</c> and in the whole page.
/// </summary>
internal static partial class Snapshot
{
    private const int LinesKept = 4, LinesOfOne = 8;

    public static IEnumerable<ReportDocument> Of(IEnumerable<ReportDocument> report) =>
        from document in report
        where Path.GetExtension(document.RelativePath) != ".svg"
        from part in Path.GetExtension(document.RelativePath) == ".html" ? Sections(document) : [document]
        select part with { Content = Thinned(part.Content) };

    /// <summary>The parts of a report that are not those of another one, told apart by more than ids and levels of headings.</summary>
    public static IEnumerable<ReportDocument> Differences(IEnumerable<ReportDocument> parts, IEnumerable<ReportDocument> others)
    {
        var known = others.Select(part => Placed().Replace(part.Content, "")).ToHashSet();
        return parts.Where(part => !known.Contains(Placed().Replace(part.Content, "")));
    }

    private static string Thinned(string content)
    {
        var kept = new List<string>();
        (string begin, int alike) = ("", 0);
        foreach (string line in content.Split('\n'))
        {
            string own = line[..Math.Min(line is ['<', ..] ? 4 : 1, line.Length)];
            alike = own == begin ? alike + 1 : 0;
            begin = own;
            if (alike < LinesKept || alike % LinesOfOne == 0)
                kept.Add(line);
        }

        return string.Join('\n', kept);
    }

    private static IEnumerable<ReportDocument> Sections(ReportDocument page) =>
        from part in Begin().Split(page.Content).Skip(1)
        let id = Id().Match(part)
        let name = id.Success ? id.Groups[1].Value : Element().Match(part).Groups[1].Value
        select new ReportDocument($"{(page.RelativePath == "index.html" ? "" : page.RelativePath + "-")}{name}.html", Picture().Replace(part.Split("<script>")[0], Marks));

    private static string Marks(Match picture) =>
        string.Concat(Title().Matches(picture.Value).Select(title => $"\n[{title.Groups[1].Value}]"));

    /// <summary>Where a part of the page begins.</summary>
    [GeneratedRegex("(?m)^(?=<header>|<footer>|<section id=|<article id=)")]
    private static partial Regex Begin();

    [GeneratedRegex("^<\\w+ id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex(@"^<(\w+)")]
    private static partial Regex Element();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    /// <summary>What a section has of its place on the page.</summary>
    [GeneratedRegex("(?<=id=\"|#)m[0-9]+-|(?<=</?h)[1-6]")]
    private static partial Regex Placed();
}
