using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Paper;

namespace GuidelineBench.Reporting.Texts;

internal static class NetworkNames
{
    public const string Marks = "† derived: never published, widths were derived from the printed multiply-adds; ‡ ambiguous: sources leave a detail open, a reading was chosen.";

    /// <summary>What the paper adds to a model's name about who trained it.</summary>
    private static readonly string[] Asides = [" (ours)", " (our impl.)", ", our impl.", "ours, ", " (g=3)"];

    /// <summary>Behind a name in a picture or table.</summary>
    public static string Mark(NetworkStatus? status) => status switch
    {
        NetworkStatus.Derived => "†",
        NetworkStatus.Ambiguous => "‡",
        _ => "",
    };

    /// <summary>Nothing for a network that the catalogue does not have.</summary>
    public static string Of(NetworkStatus? status) => status?.Label() ?? "";

    /// <summary>As printed, with the mark of its status.</summary>
    public static string Of(ComparedNetwork network) => network.Paper.Model + Mark(network.Case.Entry.Status);

    /// <summary>As printed without who trained it, where that does not tell two rows apart, with the mark of its status, for pictures and sentences.</summary>
    public static string Short(ComparedNetwork network)
    {
        string name = Asides.Aggregate(network.Paper.Model, (name, aside) => name.Replace(aside, "", StringComparison.Ordinal));
        bool isTaken = PaperTables.Table8.Rows.Any(row => row.Model == name);
        return (isTaken ? network.Paper.Model : name) + Mark(network.Case.Entry.Status);
    }

    /// <summary>The label of its row, or the name where the file has no other.</summary>
    public static string Of(MeasuredNetwork network) =>
        (string.IsNullOrWhiteSpace(network.Cell.Row) ? network.Name : network.Cell.Row) + Mark(network.Case?.Entry.Status);

    /// <summary>E.g. <c>140M</c>.</summary>
    public static string Level(int level) => Numbers.Count(level) + "M";

    /// <summary>A list in words: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "none",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };
}

internal static class PaperGroups
{
    public const string Main = "table8", Large = "table6", AlexNet = "alexnet";
}
