using System.Globalization;
using GuidelineBench.Core.Networks.Units;
using GuidelineBench.Core.Paper;

namespace GuidelineBench.Core.Networks.Groups;

/// <summary>Appendix Table 1 (a): four networks at larger inputs. The printed size is read as height x width; the paper does not say which is which.</summary>
internal static class Appendix1aGroup
{
    public const string Name = "appendix1a";

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

/// <summary>Appendix Table 1 (b): ten units of one kind on top of each other.</summary>
internal static class Appendix1bGroup
{
    public const string Name = "appendix1b";

    private static readonly UnitTable Printed = PaperTables.AppendixTable1b;

    public static GroupTable Table { get; } = new(
        Name,
        "Stacks of ten units (Appendix Table 1b)",
        [
            .. from row in Enumerable.Range(0, Printed.Rows.Length)
               from column in Enumerable.Range(0, Printed.Channels.Length)
               select Member(row, column),
        ]);

    private static (string Case, PaperRow Row) Member(int row, int column)
    {
        UnitResult result = Printed.Rows[row];
        string network = UnitNetworks.NameOf(KindOf(result.Unit), column);
        string size = string.Create(CultureInfo.InvariantCulture, $"{result.MapSize}x{result.MapSize}");
        return (
            result.MapSize == UnitNetworks.Size ? network : $"{network}@{size}",
            new PaperRow(
                Name, string.Create(CultureInfo.InvariantCulture, $"{result.Unit}, c={Printed.Channels[column]}, {size}"), row, column));
    }

    private static UnitKind KindOf(string unit) => unit switch
    {
        "ShuffleNet v2" => UnitKind.ShuffleNetV2,
        "ShuffleNet v1" => UnitKind.ShuffleNetV1,
        "MobileNet v2" => UnitKind.MobileNetV2,
        "Xception" => UnitKind.LightXception,
        _ => throw new InvalidOperationException($"No unit is known for {unit} of Appendix Table 1 (b)."),
    };
}
