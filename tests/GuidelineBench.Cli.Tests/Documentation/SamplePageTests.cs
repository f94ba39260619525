using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Documentation;

public sealed class SamplePageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> All => [.. Samples.All];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void ThePageIsTheOneThatItsResultsGive(string results)
    {
        string sample = Path.GetDirectoryName(Path.Combine(RepositoryFiles.Root, results))!;

        Invocation invocation = Invocation.Of("report", Path.Combine(sample, "results.json"), "--out", folder["again"]);

        Assert.Equal((0, ""), (invocation.Code, invocation.Error));
        string[] rebuilt = [.. Names(folder["again"]).Where(name => name != "results.json")];
        Assert.Contains("index.html", rebuilt);
        Assert.Equal(rebuilt, Names(sample).Where(name => name != "results.json"));
        foreach (string name in rebuilt)
            Assert.True(
                File.ReadAllText(Path.Combine(sample, name)) == File.ReadAllText(Path.Combine(folder["again"], name)),
                $"{name} is another one; ./run.sh report {results} makes it anew");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheRunIsCompleteAndNamesNoMachine(string results)
    {
        ResultFile file = ResultFileJson.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, results)), results);

        Assert.True(file.Complete);
        Assert.Equal("sample", file.Machine.Host);
        Assert.StartsWith("./run.sh run", file.Command, StringComparison.Ordinal);
        Assert.DoesNotContain("--out", file.Command, StringComparison.Ordinal);
        foreach (string experiment in (string[])["table1", "table2", "table3", "table4", "appendix1b", "network:shufflenet_v2_1.0x"])
            Assert.Contains(file.Cells, cell => cell.Experiment == experiment && cell.MedianNs > 0);
    }

    /// <summary>Pictures of pixels are drawn from the same charts as the SVG beside them; they are megabytes, and not kept.</summary>
    private static IEnumerable<string> Names(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) != ".png")
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
