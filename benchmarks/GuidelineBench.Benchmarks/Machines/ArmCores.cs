using System.Collections.Frozen;
using System.Collections.Immutable;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>
/// Names of Arm cores, which Linux shows as numbers only: the implementer and primary part number fields of MIDR_EL1,
/// as in each core's technical reference manual.
/// </summary>
internal static class ArmCores
{
    private static readonly FrozenDictionary<(string Implementer, string Part), (string Name, int Rank)> Known =
        new Dictionary<(string, string), (string, int)>
        {
            [("0x41", "0xd03")] = ("Arm Cortex-A53", 1),
            [("0x41", "0xd04")] = ("Arm Cortex-A35", 0),
            [("0x41", "0xd05")] = ("Arm Cortex-A55", 1),
            [("0x41", "0xd07")] = ("Arm Cortex-A57", 2),
            [("0x41", "0xd08")] = ("Arm Cortex-A72", 2),
            [("0x41", "0xd09")] = ("Arm Cortex-A73", 2),
            [("0x41", "0xd0a")] = ("Arm Cortex-A75", 2),
            [("0x41", "0xd0b")] = ("Arm Cortex-A76", 2),
            [("0x41", "0xd0c")] = ("Arm Neoverse-N1", 2),
            [("0x41", "0xd0d")] = ("Arm Cortex-A77", 2),
            [("0x41", "0xd40")] = ("Arm Neoverse-V1", 2),
            [("0x41", "0xd41")] = ("Arm Cortex-A78", 2),
            [("0x41", "0xd42")] = ("Arm Cortex-A78AE", 2),
            [("0x41", "0xd44")] = ("Arm Cortex-X1", 3),
            [("0x41", "0xd46")] = ("Arm Cortex-A510", 1),
            [("0x41", "0xd47")] = ("Arm Cortex-A710", 2),
            [("0x41", "0xd48")] = ("Arm Cortex-X2", 3),
            [("0x41", "0xd49")] = ("Arm Neoverse-N2", 2),
            [("0x41", "0xd4d")] = ("Arm Cortex-A715", 2),
            [("0x41", "0xd4e")] = ("Arm Cortex-X3", 3),
            [("0x41", "0xd4f")] = ("Arm Neoverse-V2", 2),
            [("0x41", "0xd80")] = ("Arm Cortex-A520", 1),
            [("0x41", "0xd81")] = ("Arm Cortex-A720", 2),
            [("0x41", "0xd82")] = ("Arm Cortex-X4", 3),
            [("0x41", "0xd84")] = ("Arm Neoverse-V3", 2),
            [("0x41", "0xd85")] = ("Arm Cortex-X925", 3),
            [("0x41", "0xd87")] = ("Arm Cortex-A725", 2),
            [("0x41", "0xd8e")] = ("Arm Neoverse-N3", 2),
            [("0x46", "0x001")] = ("Fujitsu A64FX", 2),
            [("0x48", "0xd01")] = ("HiSilicon TaiShan v110", 2),
            [("0x51", "0x800")] = ("Qualcomm Kryo 2xx Gold", 2),
            [("0x51", "0x801")] = ("Qualcomm Kryo 2xx Silver", 1),
            [("0x51", "0x802")] = ("Qualcomm Kryo 3xx Gold", 2),
            [("0x51", "0x803")] = ("Qualcomm Kryo 3xx Silver", 1),
            [("0x51", "0x804")] = ("Qualcomm Kryo 4xx Gold", 2),
            [("0x51", "0x805")] = ("Qualcomm Kryo 4xx Silver", 1),
            [("0x61", "0x022")] = ("Apple M1 Icestorm", 1),
            [("0x61", "0x023")] = ("Apple M1 Firestorm", 2),
            [("0xc0", "0xac3")] = ("Ampere-1", 2),
        }.ToFrozenDictionary();

    /// <summary>Whether a text is a number as the kernel writes a core's, e.g. <c>0x41</c>.</summary>
    public static bool IsNumber(string text) =>
        text.Length is > 2 and <= 10 && text.StartsWith("0x", StringComparison.Ordinal) && text.Skip(2).All(char.IsAsciiHexDigit);

    /// <returns>The name, the bare numbers for a core that is not listed, or null without numbers.</returns>
    public static string? Name(string? implementer, string? part)
    {
        if (implementer is null || part is null || !IsNumber(implementer) || !IsNumber(part))
            return null;
        return Known.TryGetValue((implementer, part), out (string Name, int Rank) core) ? core.Name : $"Arm core, implementer {implementer}, part {part}";
    }

    /// <summary>Where its maker places a core beside others of the same processor.</summary>
    /// <returns>0 and 1 for the cores that save energy, 2 for large ones, 3 for the largest; null for a core that is not listed.</returns>
    public static int? Rank(string implementer, string part) =>
        Known.TryGetValue((implementer, part), out (string Name, int Rank) core) ? core.Rank : null;
}

/// <summary>
/// Kinds of Arm cores by their part numbers. The scheduler's capacities order them, and tell a prime core from others with
/// its part number: Linux computes a capacity from the part and the highest clock of a cluster, which on Arm is designed,
/// and not, as on a desktop, what a single core happened to reach.
/// </summary>
internal static class PartKinds
{
    /// <param name="usable">Processors that must all be known.</param>
    /// <returns>From the fastest, one kind where all are alike; null where part numbers are missing, or cannot be ordered.</returns>
    public static IReadOnlyList<IReadOnlyList<int>>? Of(SystemFiles files, ImmutableArray<ArmCore> cores, IReadOnlyCollection<int> usable)
    {
        Dictionary<int, ArmCore> known = cores.ToDictionary(core => core.Processor);
        if (!usable.All(known.ContainsKey))
            return null;
        IReadOnlyDictionary<int, double> capacities = CoreSpeeds.Capacities(files, known.Keys);
        // All the same: the system was not told how its cores differ.
        bool hasCapacities = known.Keys.All(capacities.ContainsKey) && capacities.Values.Distinct().Count() > 1;
        bool hasRanks = cores.All(core => ArmCores.Rank(core.Implementer, core.Part) is not null);
        IEnumerable<int[]> byRank = cores
            .GroupBy(core => hasRanks ? ArmCores.Rank(core.Implementer, core.Part)!.Value : 0, core => core.Processor)
            .OrderByDescending(rank => rank.Key)
            .Select(rank => rank.ToArray());
        if (hasCapacities)
            return [.. byRank.SelectMany(rank => CoreSpeeds.Split(rank, processor => capacities[processor])).OrderByDescending(kind => kind.Max(processor => capacities[processor]))];
        return hasRanks || cores.DistinctBy(core => (core.Implementer, core.Part)).Count() == 1 ? [.. byRank] : OfClocks(files, cores);
    }

    /// <summary>The clock orders parts that nobody has listed here; it does not divide one.</summary>
    private static IReadOnlyList<IReadOnlyList<int>>? OfClocks(SystemFiles files, ImmutableArray<ArmCore> cores)
    {
        IReadOnlyDictionary<int, double> clocks = CoreSpeeds.HighestClocks(files, cores.Select(core => core.Processor));
        if (!cores.All(core => clocks.ContainsKey(core.Processor)))
            return null;
        Dictionary<int, double> ofParts = (
            from part in cores.GroupBy(core => (core.Implementer, core.Part))
            let clock = part.Max(core => clocks[core.Processor])
            from core in part
            select (core.Processor, clock)).ToDictionary();
        return CoreSpeeds.Split(ofParts.Keys, processor => ofParts[processor]);
    }
}
