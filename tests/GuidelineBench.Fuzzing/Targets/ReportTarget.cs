using GuidelineBench.Core.Results;
using GuidelineBench.Reporting;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Reports of files that were accepted, alone and beside another: they are built, and nothing of the file becomes markup.</summary>
internal static class ReportTarget
{
    private static readonly string[] Markup = ["<script>alert(1)", "<img src=x"];

    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(ResultFileJson.Serialize(SampleResults.Run));
        return new FuzzTarget("report", 1, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            ResultFile file;
            try
            {
                file = ResultFileJson.Parse(input, "results.json");
            }
            catch (ResultFileException error)
            {
                return new Answer(false, error.Message);
            }

            return Answer.Of<ReportException>(() =>
            {
                var named = new NamedResultFile("results.json", file);
                var runs = new RunCollection();
                runs.Add(new NamedResultFile("sample.json", ResultFileSample.Full));
                runs.Add(named);
                return string.Concat(Report.Build([named]).Concat(Report.Build(runs)).Select(Checked));
            });
        });
    }

    private static string Checked(ReportDocument document)
    {
        bool isMarkup = document.RelativePath.EndsWith(".html", StringComparison.Ordinal) || document.RelativePath.EndsWith(".svg", StringComparison.Ordinal);
        return isMarkup && Markup.FirstOrDefault(piece => document.Content.Contains(piece, StringComparison.Ordinal)) is { } found
            ? throw new BrokenPromiseException($"{document.RelativePath} holds {found} as markup.")
            : document.Content;
    }
}
