using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Units;

/// <summary>Stacks of equal units, stride 1, without stem and head (Appendix Table 1 b).</summary>
public static class UnitNetworks
{
    /// <summary>Units in a stack of the table.</summary>
    public const int Count = 10;

    /// <summary>Height and width of the map that <see cref="Entries"/> take; the table has half of it too.</summary>
    public const int Size = 56;

    private const string WidthNote =
        "Its channels are those whose multiply-adds come nearest to ShuffleNet v2's; the paper prints only the latter's.";

    /// <summary>Channels of each unit in the three columns of the table.</summary>
    private static readonly ImmutableDictionary<UnitKind, ImmutableArray<int>> Channels = new Dictionary<UnitKind, ImmutableArray<int>>
    {
        [UnitKind.ShuffleNetV2] = [64, 128, 256],
        [UnitKind.ShuffleNetV1] = [108, 228, 444],
        [UnitKind.MobileNetV2] = [12, 25, 51],
        [UnitKind.LightXception] = [52, 112, 232],
    }.ToImmutableDictionary();

    /// <summary>The stacks of the table.</summary>
    public static ImmutableArray<NetworkEntry> Entries { get; } =
        [.. from kind in Enum.GetValues<UnitKind>() from column in Enumerable.Range(0, Channels[kind].Length) select Entry(kind, column)];

    /// <returns>The stack of that <see cref="NetworkEntry.Name"/>, or null.</returns>
    public static NetworkEntry? Find(string name) => Entries.FirstOrDefault(entry => entry.Name == name);

    /// <param name="column">Of the table: 0 to 2.</param>
    public static string NameOf(UnitKind kind, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(kind)}_units_{Channels[kind][column]}");

    /// <param name="input">The map; every unit keeps its shape.</param>
    /// <exception cref="ArgumentException">
    /// The channels do not fit the unit: 2 must divide those of ShuffleNet v2, 12 of ShuffleNet v1, 4 of light Xception.
    /// </exception>
    public static Graph Build(string name, UnitKind kind, MapShape input, int count = Count)
    {
        int divisor = DivisorOf(kind);
        if (input.Channels % divisor != 0)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{divisor} must divide the channels of a {kind} unit, {input.Channels}."), nameof(input));
        var graph = new GraphBuilder(input);
        int x = graph.Input;
        for (int unit = 0; unit < count; unit++)
            x = Unit(graph, x, kind, string.Create(CultureInfo.InvariantCulture, $"features.{unit}"));
        return graph.Build(name);
    }

    private static int Unit(GraphBuilder graph, int input, UnitKind kind, string name) => kind switch
    {
        UnitKind.ShuffleNetV2 => ShuffleNetV2Unit.Basic(graph, input, new ShuffleNetV2Form(), name),
        UnitKind.ShuffleNetV1 => ShuffleNetV1Unit.Basic(graph, input, groups: 3, name),
        UnitKind.MobileNetV2 => InvertedResidual.Add(graph, input, graph.ShapeOf(input).Channels, expansion: 6, stride: 1, name),
        UnitKind.LightXception => LightXceptionUnit.Basic(graph, input, name),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static int DivisorOf(UnitKind kind) => kind switch
    {
        UnitKind.ShuffleNetV2 => 2,
        UnitKind.ShuffleNetV1 => 12,
        UnitKind.LightXception => 4,
        _ => 1,
    };

    private static NetworkEntry Entry(UnitKind kind, int column)
    {
        string name = NameOf(kind, column);
        bool isPrinted = kind == UnitKind.ShuffleNetV2;
        return new NetworkEntry(
            name,
            "Stacks of units",
            new MapShape(Channels[kind][column], Size, Size),
            isPrinted ? NetworkStatus.Published : NetworkStatus.Derived,
            isPrinted ? null : WidthNote,
            input => Build(name, kind, input));
    }

    private static string NameOf(UnitKind kind) => kind switch
    {
        UnitKind.ShuffleNetV2 => "shufflenet_v2",
        UnitKind.ShuffleNetV1 => "shufflenet_v1",
        UnitKind.MobileNetV2 => "mobilenet_v2",
        UnitKind.LightXception => "light_xception",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>The units that Appendix Table 1 (b) compares.</summary>
public enum UnitKind
{
    ShuffleNetV2,

    /// <summary>With three groups.</summary>
    ShuffleNetV1,

    /// <summary>With expansion 6.</summary>
    MobileNetV2,

    LightXception,
}
