using System.Collections.Frozen;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>
/// Names of Arm cores, which Linux shows as numbers only: the implementer and primary part number fields of MIDR_EL1,
/// as in each core's technical reference manual.
/// </summary>
internal static class ArmCores
{
    private static readonly FrozenDictionary<(string Implementer, string Part), string> Names =
        new Dictionary<(string, string), string>
        {
            [("0x41", "0xd03")] = "Arm Cortex-A53",
            [("0x41", "0xd04")] = "Arm Cortex-A35",
            [("0x41", "0xd05")] = "Arm Cortex-A55",
            [("0x41", "0xd07")] = "Arm Cortex-A57",
            [("0x41", "0xd08")] = "Arm Cortex-A72",
            [("0x41", "0xd09")] = "Arm Cortex-A73",
            [("0x41", "0xd0a")] = "Arm Cortex-A75",
            [("0x41", "0xd0b")] = "Arm Cortex-A76",
            [("0x41", "0xd0c")] = "Arm Neoverse-N1",
            [("0x41", "0xd40")] = "Arm Neoverse-V1",
            [("0x41", "0xd41")] = "Arm Cortex-A78",
            [("0x41", "0xd42")] = "Arm Cortex-A78AE",
            [("0x41", "0xd49")] = "Arm Neoverse-N2",
            [("0x41", "0xd4f")] = "Arm Neoverse-V2",
            [("0xc0", "0xac3")] = "Ampere-1",
        }.ToFrozenDictionary();

    /// <returns>The name, the bare numbers for a core that is not listed, or null without numbers.</returns>
    public static string? Name(string? implementer, string? part)
    {
        if (implementer is null || part is null)
            return null;
        return Names.GetValueOrDefault((implementer, part)) ?? $"Arm core, implementer {implementer}, part {part}";
    }
}
