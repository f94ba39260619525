using System.Text;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Core.Tests.Documentation;

/// <summary>The example of docs/result-file.md is a result file, and its numbers are right.</summary>
public class ResultFileExampleTests
{
    [Fact]
    public void The_example_is_read()
    {
        string page = RepositoryFile.Read("docs", "result-file.md");
        string example = page.Split("```json")[1].Split("```")[0];

        CellResult cell = ResultFileJson.Parse(Encoding.UTF8.GetBytes(example), "result-file.md").Cells.Single();

        double[] medians = [.. cell.Rounds.Select(round => (round[0] + round[1]) / 2)];
        Assert.Equal((medians[0] + medians[1]) / 2, cell.MedianNs);

        // Twenty layers 32 -> 32 at 56x56, which meet the bound.
        Assert.Equal(20 * 3136 * 32 * 32, cell.MultiplyAdds);
        Assert.Equal(20 * (3136 * 64 + 1024), cell.MemoryAccess);
        Assert.Equal(cell.MemoryAccess, cell.MemoryAccessBound);
    }
}
