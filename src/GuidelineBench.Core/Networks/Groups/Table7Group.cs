using System.Globalization;
using GuidelineBench.Core.Paper;

namespace GuidelineBench.Core.Networks.Groups;

/// <summary>Table 7: backbones of a detector at its input size. The paper timed the whole detector, these are the backbones alone.</summary>
internal static class Table7Group
{
    public const string Name = "table7";

    private static readonly DetectionTable Printed = PaperTables.Table7;

    public static GroupTable Table { get; } = new(
        Name,
        "Backbones alone of the detectors of Table 7",
        [
            .. from row in Enumerable.Range(0, Printed.Rows.Length)
               from level in Enumerable.Range(0, Printed.LevelsMegaMultiplyAdds.Length)
               select Member(row, level),
        ]);

    private static (string Case, PaperRow Row) Member(int row, int level)
    {
        string model = Printed.Rows[row].Model;
        string network = Levels.Of(model)[level];
        return (
            string.Create(CultureInfo.InvariantCulture, $"{network}_backbone@{Printed.InputHeight}x{Printed.InputWidth}"),
            new PaperRow(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"{model}, {Printed.LevelsMegaMultiplyAdds[level]}M, backbone only"),
                row,
                level));
    }
}
