using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>A logical processor of an Arm machine in /proc/cpuinfo.</summary>
internal readonly record struct ArmCore(int Processor, string Implementer, string Part)
{
    /// <summary>Of /proc/cpuinfo, and of the registers for processors that it leaves out.</summary>
    /// <param name="shown">Processors that the system shows.</param>
    public static ImmutableArray<ArmCore> Read(SystemFiles files, string cpuInfo, IReadOnlyCollection<int> shown)
    {
        ImmutableArray<ArmCore> listed = Parse(cpuInfo);
        return
        [
            .. listed,
            .. from processor in shown.Except(listed.Select(core => core.Processor))
               let core = OfRegister(processor, files.Read($"sys/devices/system/cpu/cpu{processor}/regs/identification/midr_el1") ?? "")
               where core is not null
               select core.Value,
        ];
    }

    /// <param name="register">MIDR_EL1, hexadecimal: the implementer in bits 31 to 24, the part number in bits 15 to 4.</param>
    private static ArmCore? OfRegister(int processor, string register) =>
        register.StartsWith("0x", StringComparison.Ordinal) &&
        ulong.TryParse(register.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong bits)
            ? new ArmCore(processor, $"0x{bits >> 24 & 0xff:x2}", $"0x{bits >> 4 & 0xfff:x3}")
            : null;

    /// <returns>In the text's order, each processor once; empty for a text without part numbers.</returns>
    public static ImmutableArray<ArmCore> Parse(string cpuInfo)
    {
        var cores = ImmutableArray.CreateBuilder<ArmCore>();
        var seen = new HashSet<int>();
        (int? processor, string? implementer) = (null, null);
        foreach (string line in cpuInfo.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            string value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim())
            {
                case "processor" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number):
                    processor = number;
                    break;
                case "CPU implementer" when ArmCores.IsNumber(value):
                    implementer = value;
                    break;
                case "CPU part" when processor is { } own && implementer is not null && ArmCores.IsNumber(value) && seen.Add(own):
                    cores.Add(new ArmCore(own, implementer, value));
                    break;
            }
        }

        return cores.ToImmutable();
    }
}
