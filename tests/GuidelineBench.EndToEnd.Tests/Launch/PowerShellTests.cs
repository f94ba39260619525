using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests.Launch;

/// <summary>The program itself, started by run.ps1 and by run.sh.</summary>
public sealed class PowerShellTests : IDisposable
{
    private readonly LaunchFolder tree = new();

    public PowerShellTests()
    {
        // The program of these tests in the place of a build.
        Directory.CreateDirectory(tree["src/GuidelineBench.Cli/bin/Release"]);
        Directory.CreateSymbolicLink(tree["src/GuidelineBench.Cli/bin/Release/net10.0"], AppContext.BaseDirectory);
        Directory.CreateDirectory(tree["obj"]);
        File.WriteAllText(tree["obj/built-run"], "with");
        File.Delete(Path.Combine(tree.Tools, "dotnet"));
    }

    public void Dispose() => tree.Dispose();

    [Fact]
    public void It_answers_as_under_a_shell()
    {
        string sample = Path.Combine(RepositoryTree.Root, "reports/samples/epyc-2-cores/results.json");
        foreach (string[] arguments in (string[][])
            [
                ["list", "backends"],
                ["cost", "--tables", "1,2", "--format", "csv"],
                ["check", sample, "--baseline", sample],
                ["check", "/nonexistent", "--baseline", "/nonexistent"],
            ])
        {
            (int Code, string Out, string Error) expected = tree.Run("run.sh", arguments), found = tree.Run("run.ps1", arguments);
            Assert.Equal(expected, found);
            Assert.DoesNotContain("building", found.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_measures_the_tables_of_a_list()
    {
        using var folder = new RunFolderOnDisk();

        (int code, _, string error) = tree.Run("run.ps1", "run", "--tables", "1,2", "--rows", "1:1,g=1", "--scale", "x1", "--quick", "--rounds", "1", "--no-report", "--out", folder.Path);

        Assert.True(code == 0, error);
        Assert.Equal(["table1", "table2"], folder.Results().Cells.Select(cell => cell.Experiment).Distinct().Order());
    }
}
