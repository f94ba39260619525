using System.Diagnostics;
using System.Text.RegularExpressions;
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
        // Ten blocks of two layers, 14 x 14 x 128 x 128.
        Assert.Contains((20 * 196 * 128 * 128).ToString("D", null), Program("cost", "--tables", "5", "--scale", "x1", "--format", "json"), StringComparison.Ordinal);
        Assert.All(
            ["index.html", "summary.md"],
            name => Assert.Contains("Slowest cells", File.ReadAllText(Path.Combine(folder.FullName, "reports/samples/epyc-2-cores", name)), StringComparison.Ordinal));
    }

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
                "-nodeReuse:false", "-p:UseRazorBuildServer=false", "-p:UseSharedCompilation=true", $"-p:SharedCompilationId={compiler}", "-t:Build", "-getProperty:RoslynTargetsPath",
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
        start.Environment["GUIDELINEBENCH_GPU"] = "off";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {answer}{error.Result}");
        return answer;
    }

    [GeneratedRegex(@"`(?<file>[^`\n]+)`:\n\n```\w+\n(?<content>.*?)```\n|```diff\n(?<change>---) (?<file>\S+)\n(?<content>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^```", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {4}\./run\.sh (.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
