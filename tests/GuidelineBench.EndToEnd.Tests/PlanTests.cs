using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

public class PlanTests
{
    /// <summary>The first run chooses by measurement, the second repeats its choices, another table has none stored.</summary>
    [Fact]
    public void PlansOfAResultFileAreRepeatedAndTheirAbsenceIsSaid()
    {
        using RunFolderOnDisk first = new(), second = new(), third = new();
        string[] cells = ["--backend", "simd", "--tables", "1", "--scale", "x1", "--rounds", "1", "--no-report"];
        (int code, _, string error) = ProgramRun.ToEnd(["run", .. cells, "--out", first.Path]);
        Assert.True(code == 0, error);

        // Blocks of four fit every machine and are nobody's usual choice.
        ResultFile edited = first.Results() with
        {
            Cells = [.. first.Results().Cells.Select(cell => cell with { Plan = InBlocksOfFour(cell) })],
        };
        string file = first["edited.json"];
        File.WriteAllText(file, ResultFileJson.Serialize(edited));
        (code, _, error) = ProgramRun.ToEnd(["run", .. cells, "--quick", "--plan", file, "--out", second.Path]);
        Assert.True(code == 0, error);
        Assert.Equal(edited.Cells.Select(cell => cell.Plan), second.Results().Cells.Select(cell => cell.Plan));
        Assert.All(second.Results().Cells, cell => Assert.InRange(cell.MaxError!.Value, 0, 1e-4));

        (code, string answer, error) = ProgramRun.ToEnd("run", "--backend", "simd", "--quick", "--tables", "2", "--scale", "x1", "--plan", file, "--out", third.Path);
        Assert.Equal(3, code);
        Assert.Equal("", answer);
        Assert.Contains("has no plan for table2/g=1/x1", error, StringComparison.Ordinal);
    }

    /// <summary>All ten blocks alike: c1 to c2, then c2 to c1.</summary>
    private static string InBlocksOfFour(CellResult cell)
    {
        string layout = cell.Plan!.TrimStart("0123456789*(".ToCharArray()).Split(':')[0];
        string there = $"{layout}:{Blocks(cell.Channels[1])}", back = $"{layout}:{Blocks(cell.Channels[0])}";
        return there == back ? $"20*({there})" : $"10*({there} {back})";
    }

    private static string Blocks(int channels) => string.Join(
        '+', new[] { (Count: channels / 4, Size: 4), (Count: channels % 4 > 0 ? 1 : 0, Size: channels % 4) }
            .Where(run => run.Count > 0)
            .Select(run => FormattableString.Invariant($"{run.Count}x{run.Size}")));
}
