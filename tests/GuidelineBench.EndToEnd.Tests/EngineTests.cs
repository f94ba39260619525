using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>The engine that people deploy beside our kernels, where it is built in and runs here.</summary>
public class EngineTests
{
    private static readonly string[] Headline = ["--tables", "2", "--rows", "g=1,g=8", "--scale", "x1", "--quick", "--rounds", "2"];

    [Fact]
    public void A_run_measures_both_and_says_which_part_is_the_engines()
    {
        SkipWithoutEngine();
        using var folder = new RunFolderOnDisk();

        (int code, string answer, string error) = ProgramRun.ToEnd(["run", .. Headline, "--out", folder.Path]);

        Assert.True(code == 0, error);
        ResultFile results = folder.Results();
        EngineDescription engine = Assert.Single(results.Engines);
        Assert.Equal("onnxruntime", engine.Backend);
        Assert.Equal(2, results.Cells.Count(cell => cell.Backend == "simd"));
        // Both rows, and the control rows beside them.
        CellResult[] ofEngine = [.. results.Cells.Where(cell => cell.Backend == "onnxruntime")];
        Assert.Equal(["g=1", "g=8", "g=1 whole blocks", "g=8 whole blocks"], ofEngine.Select(cell => cell.Row));
        Assert.All(ofEngine, cell => Assert.NotNull(cell.Engine));
        Assert.All(ofEngine, cell => Assert.Equal(0, cell.AllocatedBytes));
        Assert.Contains($"in {engine.Name} {engine.Version}: g=8 takes ", answer, StringComparison.Ordinal);
        Assert.Contains("--backend simd,onnxruntime", results.Command, StringComparison.Ordinal);
        Assert.Contains("What the engine ran", File.ReadAllText(folder["index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_are_measured_in_the_same_run()
    {
        SkipWithoutEngine();
        using var folder = new RunFolderOnDisk();

        (int code, _, string error) = ProgramRun.ToEnd(
            ["run", "--backend", "onnxruntime", "--variant", "all,basic,off,all-plain-layout,all-no-spin", "--threads", "2", .. Headline, "--no-report", "--out", folder.Path]);

        Assert.True(code == 0, error);
        Assert.Equal(
            ["all", "basic", "off", "all-plain-layout", "all-no-spin"], folder.Results().Cells.Where(cell => cell.Row == "g=1").Select(cell => cell.Variant));
    }

    [Theory]
    [InlineData("--provider CUDA", "has no execution provider CUDA; it has ")]
    [InlineData("--provider GPU", "unknown execution provider 'GPU'; allowed: CPU, CUDA")]
    [InlineData("--engine-library /nowhere/libonnxruntime.so", "there is no library /nowhere/libonnxruntime.so")]
    [InlineData("--engine-library /proc/self/exe", "/proc/self/exe does not load as a library")]
    public void What_the_engine_has_not_ends_with_one_line_and_nothing_is_measured_in_its_place(string options, string expected)
    {
        SkipWithoutEngine();
        using var folder = new RunFolderOnDisk();

        (int code, string answer, string error) = ProgramRun.ToEnd(["run", "--backend", "onnxruntime", .. options.Split(' '), .. Headline, "--out", folder.Path]);

        Assert.Equal((4, ""), (code, answer));
        Assert.Contains(expected, Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    private static void SkipWithoutEngine()
    {
        string line = ProgramRun.ToEnd("list", "backends").Out.Split('\n').Single(line => line.StartsWith("onnxruntime", StringComparison.Ordinal));
        Assert.SkipWhen(line.Contains("no: ", StringComparison.Ordinal), line);
    }
}
