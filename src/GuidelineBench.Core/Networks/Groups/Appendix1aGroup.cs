using System.Globalization;
using GuidelineBench.Core.Paper;

namespace GuidelineBench.Core.Networks.Groups;

/// <summary>Appendix Table 1 (a): four networks at larger inputs. The printed size is read as height x width; the paper does not say which is which.</summary>
internal static class Appendix1aGroup
{
    private const string Name = "appendix1a";

    private static readonly ResolutionTable Printed = PaperTables.AppendixTable1a;

    public static GroupTable Table { get; } = new(
        Name,
        "Larger inputs (Appendix Table 1a)",
        [
            .. from row in Enumerable.Range(0, Printed.Rows.Length)
               from level in Enumerable.Range(0, Printed.LevelsMegaMultiplyAdds.Length)
               select Member(row, level),
        ]);

    private static (string Case, PaperRow Row) Member(int row, int level)
    {
        ResolutionResult result = Printed.Rows[row];
        return (
            $"{Levels.Of(result.Network)[level]}@{result.Size}",
            new PaperRow(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"{result.Network}, {Printed.LevelsMegaMultiplyAdds[level]}M, {result.Size}"),
                row,
                level));
    }
}
