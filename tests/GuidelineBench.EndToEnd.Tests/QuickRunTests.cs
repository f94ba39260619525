using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

public class QuickRunTests
{
    [Fact]
    public void WritesEverythingAndTheReportCanBeRebuiltFromTheResultsAlone()
    {
        using var folder = new RunFolderOnDisk();
        (int code, string answer, string error) = ProgramRun.ToEnd(
            "run", "--backend", "simd", "--quick", "--tables", "1", "--scale", "x1", "--rounds", "2", "--out", folder.Path);
        Assert.True(code == 0, error);
        Assert.StartsWith(folder["index.html"] + "\nG1 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', error);
        Assert.Equal(["charts", "index.html", "results.csv", "results.json", "summary.md"], folder.Files().Select(file => file.Split('/')[0]).Distinct());

        ResultFile results = folder.Results();
        Assert.True(results.Complete);
        Assert.Equal("./run.sh run --tables 1 --scale x1 --rounds 2 --quick", results.Command);
        Assert.Equal(["1:1", "1:2", "1:6", "1:12"], results.Cells.Select(cell => cell.Row));
        Assert.All(results.Cells, cell =>
        {
            Assert.Null(cell.Skipped);
            Assert.Equal(2, cell.Rounds.Length);
            Assert.All(cell.Rounds, round => Assert.All(round, sample => Assert.True(sample > 0)));
            Assert.InRange(cell.MaxError!.Value, 0, 1e-4);
            Assert.Equal(0, cell.AllocatedBytes);
        });
        Assert.True(Assert.Single(results.Ceilings).FmaGflops > 0);

        Dictionary<string, string> before = folder.Files().ToDictionary(file => file, file => File.ReadAllText(folder[file]));
        foreach (string file in before.Keys.Where(file => file != "results.json"))
            File.Delete(folder[file]);
        Assert.Equal(0, ProgramRun.ToEnd("report", folder["results.json"]).Code);
        Assert.Equal(before, folder.Files().ToDictionary(file => file, file => File.ReadAllText(folder[file])));

        // The folder is used now.
        (code, answer, error) = ProgramRun.ToEnd("run", "--backend", "simd", "--quick", "--tables", "1", "--out", folder.Path);
        Assert.Equal(3, code);
        Assert.Equal("", answer);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Equal(before, folder.Files().ToDictionary(file => file, file => File.ReadAllText(folder[file])));
    }
}
