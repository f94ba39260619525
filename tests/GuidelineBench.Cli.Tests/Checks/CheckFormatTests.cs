using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Checks;

/// <summary>
/// Answers are compared with committed files, byte for byte; GUIDELINEBENCH_WRITE_GOLDEN=1 writes them anew and fails.
/// </summary>
public class CheckFormatTests
{
    [Theory]
    [InlineData("text", "check.txt", "")]
    [InlineData("text", "check.txt", "de-DE")]
    [InlineData("json", "check.json", "de-DE")]
    [InlineData("markdown", "check.md", "")]
    [InlineData("github", "check.github.txt", "")]
    public void TheAnswerIsTheGoldenFile(string format, string name, string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Compare(name, Written(Enum.Parse<OutputFormat>(format, ignoreCase: true)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void JsonHasVerdictAndReasonOfEveryRow()
    {
        using var answer = JsonDocument.Parse(Written(OutputFormat.Json));
        JsonElement[] rows = [.. answer.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.Equal(12, rows.Length);
        Assert.All(rows, row => Assert.All(
            new[] { "experiment", "row", "scale", "verdict", "reason" }, name => Assert.NotEqual("", row.GetProperty(name).GetString())));
        Assert.Equal("slower", rows[0].GetProperty("verdict").GetString());
        Assert.Equal("faster", rows[1].GetProperty("verdict").GetString());
        Assert.Equal("cannot tell", rows[4].GetProperty("verdict").GetString());
        Assert.Equal(
            [true, false, true, true, false, false], rows.Take(6).Select(row => row.GetProperty("regressed").GetBoolean()));
        Assert.Equal(1, answer.RootElement.GetProperty("exitCode").GetInt32());
    }

    [Theory]
    [InlineData("a: b, 5 %", "c: d, 5 %\r\ne", "::error title=a%3A b%2C 5 %25::c: d, 5 %25%0D%0Ae")]
    [InlineData("%0A", "::warning::", "::error title=%250A::::warning::")]
    public void AnnotationsAreEscaped(string title, string message, string expected) =>
        Assert.Equal(expected, WorkflowCommand.Of("error", title, message));

    private static string Written(OutputFormat format)
    {
        ResultFile baseline = SampleRuns.Run();
        GateJudgement judgement = Gate.Judge([baseline], [SampleRuns.Mixed], new GateTerms());
        using var answer = new StringWriter { NewLine = "\n" };
        CheckReport.Write(
            new CheckResult(judgement, "baseline.json", CheckNotes.Of(baseline, SampleRuns.Mixed, judgement)), format, new Terminal(answer, TextWriter.Null));
        return answer.ToString();
    }

    private static void Compare(string name, string content, [CallerFilePath] string path = "")
    {
        string golden = Path.Combine(Path.GetDirectoryName(path)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("GUIDELINEBENCH_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, content);
            Assert.Fail($"{name} was written anew; run again without GUIDELINEBENCH_WRITE_GOLDEN.");
        }

        Assert.Equal(File.ReadAllText(golden), content);
    }
}
