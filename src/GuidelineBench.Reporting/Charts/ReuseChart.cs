using GuidelineBench.Core.Networks;

namespace GuidelineBench.Reporting.Charts;

/// <summary>The paper's Fig. 4 (b): channels that pass from unit to unit of ShuffleNet v2, by its graph.</summary>
internal static class ReuseChart
{
    private const string Family = "ShuffleNet v2", Preferred = "shufflenet_v2_1.0x";
    private const string After = "end";

    /// <returns>The plain and the other ShuffleNet v2 networks that a run has, the one that is drawn first.</returns>
    public static ImmutableArray<NetworkCase> Networks(MachineReport machine) =>
    [
        .. (machine.NetworkRuns.IsEmpty ? [] : machine.NetworkRuns[0].Networks)
            .Where(network => network.Cell.Experiment != CellSubject.Units)
            .Select(network => network.Case)
            .OfType<NetworkCase>()
            .Where(network => network.Entry.Family == Family && !network.IsBackbone)
            .DistinctBy(network => network.Entry.Name)
            .OrderByDescending(network => network.Entry.Name == Preferred),
    ];

    /// <returns>Null for a network without units that end with a concatenation.</returns>
    public static HeatMap? Of(string id, NetworkCase network)
    {
        if (FeatureReuse.Of(network.Entry.Build()) is not { } reuse)
            return null;
        ImmutableArray<string> names = [.. Enumerable.Range(1, reuse.Units.Length).Select(unit => Numbers.Count(unit))];
        return new HeatMap(
            id,
            Finding(network, reuse),
            "unit that reads the channels (end: the layer after the last unit)",
            "unit that computed them",
            [.. names, After],
            names,
            reuse.Channels,
            (producer, reader) => $"From unit {names[producer]} to {(reader < names.Length ? $"unit {names[reader]}" : "the layer after the last unit")}: {Numbers.Of(reuse.Channels[producer][reader], "channel")}");
    }

    /// <summary>New channels of the first basic unit of the longest stage, and how many of them each later unit of the stage reads.</summary>
    /// <returns>Null for a network without such a stage.</returns>
    public static (int Unit, ImmutableArray<int> Read)? Decay(FeatureReuse reuse)
    {
        (int first, int count) = LongestStage(reuse);
        int unit = first + 1;
        return count < 3 ? null : (unit, [.. Enumerable.Range(unit + 1, first + count - unit - 1).Select(reader => reuse.Channels[unit][reader])]);
    }

    private static string Finding(NetworkCase network, FeatureReuse reuse) => Decay(reuse) is { } decay
        ? $"In {network.Entry.Name} unit {Numbers.Count(decay.Unit + 2)} reads {Numbers.Of(decay.Read[0], "channel")} that unit {Numbers.Count(decay.Unit + 1)} computed, and each later unit of the stage about half as many as the one before it"
        : $"Channels that pass from unit to unit of {network.Entry.Name}";

    private static (int First, int Count) LongestStage(FeatureReuse reuse) => reuse.Units
        .Select((shape, unit) => (First: unit, Count: reuse.Units.Skip(unit).TakeWhile(other => other == shape).Count()))
        .MaxBy(stage => stage.Count);
}
