using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Verbs;

public class ReportVerbTests
{
    [Fact]
    public void BuildsThePageBesideTheFile()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("results.json", Json("board", seed: 1));
        Invocation invocation = Invocation.Of("report", file);
        Assert.Equal(0, invocation.Code);
        Assert.Equal("", invocation.Error);
        Assert.StartsWith(folder["index.html"] + "\nG1 ", invocation.Out, StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<string?> { "index.html", "summary.md", "results.csv", "results.json", "charts" },
            Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).ToHashSet());
    }

    [Fact]
    public void IsTheSamePageElsewhereWithItsDataBesideIt()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("results.json", Json("board", seed: 1));
        Assert.Equal(0, Invocation.Of("report", file).Code);
        Assert.Equal(0, Invocation.Of("report", file, "--out", folder["other"]).Code);
        // Once more in the same place: an earlier report of the same data is replaced.
        Assert.Equal(0, Invocation.Of("report", file, "--out", folder["other"]).Code);
        foreach (string name in (string[])["index.html", "summary.md", "results.csv", "results.json"])
            Assert.Equal(File.ReadAllText(folder[name]), File.ReadAllText(Path.Combine(folder["other"], name)));
    }

    /// <summary>Through a pipe a file can be read once; what was read is what is kept.</summary>
    [Fact]
    public async Task IsTheSamePageThroughAPipeWithItsDataBesideIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes with names here.");
        using var folder = new TemporaryFolder();
        string file = folder.Write("results.json", Json("board", seed: 1)), pipe = folder["63"];
        System.Diagnostics.Process.Start("mkfifo", [pipe]).WaitForExit();
        Task writer = Task.Run(() => Feed(pipe, File.ReadAllBytes(file)), TestContext.Current.CancellationToken);
        Invocation invocation = Invocation.Of("report", pipe, "--out", folder["other"]);
        await writer;
        Assert.Equal((0, ""), (invocation.Code, invocation.Error));
        Assert.Equal(0, Invocation.Of("report", file).Code);
        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder["other"], "results.json")));
        Assert.Equal(File.ReadAllText(folder["index.html"]), File.ReadAllText(Path.Combine(folder["other"], "index.html")));
        Assert.DoesNotContain(Directory.GetFiles(folder["other"]), path => Path.GetFileName(path) == "63");

        static void Feed(string pipe, byte[] content)
        {
            using var stream = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(content);
        }
    }

    [Fact]
    public void APipeInAFolderIsNotWaitedFor()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes with names here.");
        using var folder = new TemporaryFolder();
        folder.Write("one.json", Json("board", seed: 1));
        System.Diagnostics.Process.Start("mkfifo", [folder["two.json"]]).WaitForExit();
        Assert.Equal(0, Invocation.Of("report", folder.Path, "--out", folder["out"]).Code);
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsRefused()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("results.json", Json("board", seed: 1));
        Assert.Contains("is a file: --out", Invocation.Of("report", file, "--out", Path.Combine(file, "below")).RefusedLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void ComparesSeveral()
    {
        using var folder = new TemporaryFolder();
        string one = folder.Write("one.json", Json("board", seed: 1)), two = folder.Write("two.json", Json("laptop", seed: 1));
        Assert.Equal(0, Invocation.Of("report", one, two, "--out", folder["both"]).Code);
        string page = File.ReadAllText(Path.Combine(folder["both"], "index.html"));
        Assert.Contains("board", page, StringComparison.Ordinal);
        Assert.Contains("laptop", page, StringComparison.Ordinal);
    }

    [Fact]
    public void CountsTheSameRunOnce()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("one.json", Json("board", seed: 1)), copy = folder.Write("copy.json", Json("board", seed: 1));
        Invocation invocation = Invocation.Of("report", file, file, copy, "--out", folder["out"]);
        Assert.Equal(0, invocation.Code);
        Assert.Contains($"1 file holds a run that another file holds too, counted once: {copy}", invocation.Error, StringComparison.Ordinal);
        Assert.Contains("1 file was named more than once", invocation.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder["out"], "results.csv")));
    }

    [Fact]
    public void TakesAllResultFilesOfAFolderAndNamesWhatItSkips()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["runs/deep/.git"]);
        folder.Write("runs/a.json", Json("board", seed: 1));
        folder.Write("runs/deep/results.json", Json("board", seed: 2));
        folder.Write("runs/deep/.git/hidden.json", Json("hidden", seed: 1));
        folder.Write("runs/notes.txt", "mine");
        folder.Write("runs/package.json", "{}");
        folder.Write("runs/list.json", "[1, 2");
        folder.Write("runs/cut.json", Json("board", seed: 3)[..200]);
        folder.Write("runs/newer.json", "{ \"schemaVersion\": 9 }");
        Invocation invocation = Invocation.Of("report", folder["runs"], "--out", folder["out"]);
        string[] lines = invocation.Error.TrimEnd('\n').Split('\n');

        Assert.Equal(0, invocation.Code);
        Assert.Equal(3, lines.Length);
        Assert.Equal($"guidelinebench: skipped 2 files that are no result files: {folder["runs/list.json"]}, {folder["runs/package.json"]}", lines[0]);
        Assert.Contains("cut.json: not a result file", lines[1], StringComparison.Ordinal);
        Assert.Contains("newer.json: schemaVersion 9 is not known", lines[2], StringComparison.Ordinal);
        Assert.Contains("2 runs", File.ReadAllText(Path.Combine(folder["out"], "index.html")), StringComparison.Ordinal);
        Assert.Equal(["history.csv", "index.html", "summary.md"], Directory.GetFileSystemEntries(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFolderWithOneRunIsThatRun()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["run"]);
        folder.Write("run/results.json", Json("board", seed: 1));
        Assert.Equal(0, Invocation.Of("report", folder["run"]).Code);
        Assert.True(File.Exists(folder["run/index.html"]));
    }

    [Fact]
    public void APageThatAnEarlierReportLeftIsRemoved()
    {
        using var folder = new TemporaryFolder();
        string one = folder.Write("one.json", Json("board", seed: 1)), two = folder.Write("two.json", Json("board", seed: 2)), other = folder.Write("other.json", Json("laptop", seed: 1));
        Assert.Equal(0, Invocation.Of("report", one, two, other, "--out", folder["out"]).Code);
        Assert.True(File.Exists(folder["out/history-1.html"]));
        Assert.Equal(0, Invocation.Of("report", one, other, "--out", folder["out"]).Code);
        Assert.False(File.Exists(folder["out/history-1.html"]));
    }

    [Theory]
    [InlineData("not json", "not a result file")]
    [InlineData("", "not a result file")]
    [InlineData("[]", "not a result file")]
    [InlineData("{ \"schemaVersion\": 1 }", "not a result file")]
    [InlineData("{ \"schemaVersion\": 2 }", "schemaVersion 2 is not known")]
    [InlineData("{ \"schemaVersion\": \"1\" }", "schemaVersion")]
    public void RefusesWhatIsNoResultFile(string content, string what)
    {
        using var folder = new TemporaryFolder();
        string line = Invocation.Of("report", folder.Write("results.json", content)).RefusedLine();
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.Contains(folder["results.json"], line, StringComparison.Ordinal);
        Assert.Equal(["results.json"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void OneBadFileAmongGoodOnesLeavesNothingBehind()
    {
        using var folder = new TemporaryFolder();
        string good = folder.Write("good.json", Json("board", seed: 1)), newer = folder.Write("newer.json", "{ \"schemaVersion\": 9 }");
        Assert.Contains("schemaVersion 9", Invocation.Of("report", good, newer, "--out", folder["both"]).RefusedLine(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["both"]));
    }

    [Fact]
    public void RefusesWhatIsNoFile()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no such file", Invocation.Of("report", folder["missing.json"]).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("no result file", Invocation.Of("report", folder.Path).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("unusable path", Invocation.Of("report", "").RefusedLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesAHugeFileWithoutReadingIt()
    {
        using var folder = new TemporaryFolder();
        using (FileStream sparse = File.Create(folder["results.json"]))
            sparse.SetLength(1L << 32);
        Assert.Contains("too large", Invocation.Of("report", folder["results.json"]).RefusedLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void DoesNotMixWithOtherFiles()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("results.json", Json("board", seed: 1));
        Directory.CreateDirectory(folder["other"]);
        File.WriteAllText(Path.Combine(folder["other"], "notes.txt"), "mine");
        Assert.Contains("notes.txt is no part", Invocation.Of("report", file, "--out", folder["other"]).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("is a file", Invocation.Of("report", file, "--out", file).RefusedLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void DoesNotReplaceTheDataOfAnotherRun()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("results.json", Json("board", seed: 1));
        Directory.CreateDirectory(folder["other"]);
        string other = Path.Combine(folder["other"], "results.json");
        File.WriteAllText(other, Json("laptop", seed: 1));
        Assert.Contains("results.json is no part", Invocation.Of("report", file, "--out", folder["other"]).RefusedLine(), StringComparison.Ordinal);
        Assert.Equal(Json("laptop", seed: 1), File.ReadAllText(other));
    }

    private static string Json(string host, int seed) => ResultFileJson.Serialize(
        Cells.File(Cells.Cell("1:1", 64_225_280, [1e6], [1.1e6]) with
        {
            Channels = [32, 32],
            Input = [56, 56],
            MemoryAccess = 4_034_560,
            MemoryAccessBound = 4_034_560,
            MedianNs = 1.05e6,
            ImagesPerSecond = 1e9 / 1.05e6,
            BatchesPerSecond = 1e9 / 1.05e6,
            Gflops = 2 * 64_225_280 / 1.05e6,
        }) with
        {
            Seed = seed,
            Command = "./run.sh run --tables 1 --rows 1:1 --scale x1 --rounds 2",
            Rounds = 2,
            Machine = new MachineInfo { Host = host, Os = "Linux", Cpu = "Some CPU", Cores = 4, Isa = "AVX2 (256 bit)", Runtime = ".NET 10" },
        });

    /// <summary>One line before anything is read: the file has no byte on the disk, and would take its size in memory many times.</summary>
    [Fact]
    public void RefusesAFileLargerThanAnyRun()
    {
        using var folder = new TemporaryFolder();
        string file = folder["huge.json"];
        using (FileStream stream = File.Create(file))
            stream.SetLength((64L << 20) + 1);
        long before = GC.GetTotalAllocatedBytes();

        Assert.Contains("too large for a result file", Invocation.Of("report", file).RefusedLine(), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 48 << 20);
    }

    [Fact]
    public void RefusesAPathThatIsNoText()
    {
        Assert.Contains("a path in UTF-8", Invocation.Of("report", "result\uFFFD.json").RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("unusable path ''", Invocation.Of("report", "").RefusedLine(), StringComparison.Ordinal);
    }
}
