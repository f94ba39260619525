using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidelineBench.Core.Results;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>What docs/extending.md adds is added to a copy of the sources, which is built; then its commands are run.</summary>
public sealed partial class ExtendingTests : IDisposable
{
    private static readonly string Page = RepositoryTree.Read("docs/extending.md");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Examples_of_the_page_compile_and_its_commands_do_what_it_says()
    {
        foreach (string file in RepositoryTree.Files.Where(IsCopied))
        {
            string copy = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(RepositoryTree.Root, file), copy);
        }

        Match[] blocks = [.. Block().Matches(Page).Cast<Match>()];
        foreach (Match block in blocks)
            Apply(block.Groups["file"].Value, block.Groups["content"].Value, isChange: block.Groups["change"].Success);
        // Every fence belongs to a block that was applied.
        Assert.Equal(2 * blocks.Length, Fence().Count(Page));

        Build();
        string[] commands = [.. Command().Matches(Page).Select(match => match.Groups[1].Value)];
        Dictionary<string, string> answers = commands.ToDictionary(command => command, command => Program(command.Split(' ')));

        Assert.Contains(answers.Values, answer => answer.Contains("132863336", StringComparison.Ordinal) && answer.Contains("7609090048", StringComparison.Ordinal));
        Assert.Matches(@"(?m)^plain .*\byes", answers["list backends"]);
        AssertNothingOptional(answers["list backends"], Results(answers["run --tables 1,5 --scale x1 --quick"]));
        // Ten blocks of two layers, 14 x 14 x 128 x 128.
        Assert.Contains((20 * 196 * 128 * 128).ToString("D", null), Program("cost", "--tables", "5", "--scale", "x1", "--format", "json"), StringComparison.Ordinal);
        AssertTwoWords(answers["run --tables 1,5 --scale x1 --quick"]);
        AssertAxis(Results(answers["run --tables 1,5 --scale x1 --quick"]));
        AssertBackends(ResultFileJson.Parse(File.ReadAllBytes(Results(answers["run --backend simd,plain --tables 1 --scale x1 --quick"])), "plain"));
        Assert.All(
            ["index.html", "summary.md"],
            name => Assert.Contains("Slowest cells", File.ReadAllText(Path.Combine(folder.FullName, "reports/samples/epyc-2-cores", name)), StringComparison.Ordinal));
    }

    /// <summary>The paper's table and the new one each have a word for the guideline, named by their number.</summary>
    private static void AssertTwoWords(string answer)
    {
        Assert.Matches(@"(?m)^G1 \(Table 1\) .*1:12 against 1:1", answer);
        Assert.Matches(@"(?m)^G1 \(Table 5\) .*1:12 against 1:1", answer);
    }

    /// <summary>A run of which every cell is there in two layouts: every output tells them apart.</summary>
    private void AssertAxis(string results)
    {
        JsonNode run = JsonNode.Parse(File.ReadAllText(results))!;
        JsonArray cells = run["cells"]!.AsArray();
        foreach (JsonNode cell in cells.Select(cell => cell!.DeepClone()).ToArray())
        {
            cell["layout"] = "blocked";
            cells.Add(cell);
        }

        foreach (JsonNode? cell in cells.Take(cells.Count / 2))
            cell!["layout"] = "plain";
        string two = Path.Combine(folder.FullName, "two.json"), later = Path.Combine(folder.FullName, "later.json");
        File.WriteAllText(two, run.ToJsonString());
        run["startedUtc"] = "2035-01-01T00:00:00Z";
        File.WriteAllText(later, run.ToJsonString());

        Program("report", two, "--out", Path.Combine(folder.FullName, "axis"));
        Program("report", two, later, "--out", Path.Combine(folder.FullName, "axis-over-time"));

        Assert.All(["axis/index.html", "axis/summary.md", "axis-over-time/index.html", "axis-over-time/summary.md"], name =>
        {
            string text = File.ReadAllText(Path.Combine(folder.FullName, name));
            Assert.Contains("blocked", text, StringComparison.Ordinal);
            Assert.Contains("plain", text, StringComparison.Ordinal);
        });
        Assert.All(["axis/results.csv", "axis-over-time/history.csv"], name =>
        {
            string[] lines = File.ReadAllLines(Path.Combine(folder.FullName, name));
            Assert.Contains(",math,layout,", lines[0], StringComparison.Ordinal);
            Assert.Contains(lines, line => line.Contains(",fp32,blocked,", StringComparison.Ordinal));
        });
        Assert.Contains("\"layout\": \"blocked\"", Program("check", two, "--baseline", two, "--format", "json"), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^table1 +1:12 +x1 +blocked ", Program("check", two, "--baseline", two));
    }

    /// <summary>A backend that shows nothing of itself is verified and timed beside the other, under the ceilings of the same processor.</summary>
    private static void AssertBackends(ResultFile file)
    {
        Assert.Equal(["simd", "plain"], file.Cells.Select(cell => cell.Backend).Distinct());
        Assert.Single(file.Ceilings);
        Assert.All(file.Cells, cell => Assert.True(cell is { Skipped: null, MaxError: < 1e-4, PercentOfPeak: > 0 }, cell.Skipped));
        Assert.All(file.Cells.Where(cell => cell.Backend == "plain"), cell => Assert.Equal((null, null), (cell.Plan, cell.Launches)));
    }

    /// <summary>The copy is built without packages that can be done without: it measures with its own kernels, and says how to have the others.</summary>
    private static void AssertNothingOptional(string list, string results)
    {
        Assert.All(OptionalPackage.All, package => Assert.Matches($@"(?m)^\w+ +- +no: this build has no {package.Title}; .*{package.Variable}=on", list));
        Assert.Equal(["simd"], ResultFileJson.Parse(File.ReadAllBytes(results), "quick").Cells.Select(cell => cell.Backend).Distinct());
    }

    /// <summary>A run says where its page is.</summary>
    private string Results(string answer) =>
        Path.Combine(folder.FullName, Path.GetDirectoryName(answer.Split('\n').First(line => line.EndsWith("index.html", StringComparison.Ordinal)))!, "results.json");

    /// <summary>
    /// Nine projects are compiled, in two thirds of the time by one compiler that stays, and without what looks at style. All tests
    /// build as a user does.
    /// </summary>
    private void Build()
    {
        string compiler = $"guidelinebench-{Guid.NewGuid():N}";
        string[] quick = TestPart.IsAll
            ? ["--disable-build-servers"]
            : [
                "-nodeReuse:false", "-p:UseSharedCompilation=true", $"-p:SharedCompilationId={compiler}", "-t:Build", "-getProperty:RoslynTargetsPath",
                "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:GenerateDocumentationFile=false",
            ];
        string answer = Answer(["build", "src/GuidelineBench.Cli/GuidelineBench.Cli.csproj", "-c", "Release", "--nologo", "-v", "quiet", .. quick]);
        if (!TestPart.IsAll)
            Answer(Path.Combine(answer.Trim(), "bincore", "VBCSCompiler.dll"), $"-pipename:{compiler}", "-shutdown");
    }

    private static bool IsCopied(string file) =>
        file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("kernels/", StringComparison.Ordinal) || file.StartsWith("benchmarks/", StringComparison.Ordinal)
        || file.StartsWith("reports/samples/", StringComparison.Ordinal) || !file.Contains('/', StringComparison.Ordinal);

    private void Apply(string file, string content, bool isChange)
    {
        string path = Path.Combine(folder.FullName, file);
        if (!isChange)
        {
            Assert.False(File.Exists(path), $"{file} is there already.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
            return;
        }

        string before = Lines(content, without: '+'), source = File.ReadAllText(path);
        Assert.True(source.Split(before).Length == 2, $"{file} has not, or has more than once: {before}");
        File.WriteAllText(path, source.Replace(before, Lines(content, without: '-'), StringComparison.Ordinal));
    }

    private static string Lines(string change, char without) =>
        string.Join('\n', change.TrimEnd('\n').Split('\n').Where(line => line[0] != without).Select(line => line[1..])) + "\n";

    /// <summary>One round is enough to see that something runs.</summary>
    private string Program(params string[] arguments) => Answer(
        [Path.Combine(folder.FullName, "src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench.dll"), .. arguments, .. arguments[0] == "run" ? (string[])["--rounds", "1"] : []]);

    private string Answer(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        ProgramRun.QuickStart(start);
        OptionalPackage.LeaveOut(start.Environment);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // One round is too few for check to tell anything.
        Assert.True(process.ExitCode == (arguments.Contains("check") ? 2 : 0), $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {answer}{error.Result}");
        return answer;
    }

    [GeneratedRegex(@"`(?<file>[^`\n]+)`:\n\n```\w+\n(?<content>.*?)```\n|```diff\n(?<change>---) (?<file>\S+)\n(?<content>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^```", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {4}\./run\.sh (.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
