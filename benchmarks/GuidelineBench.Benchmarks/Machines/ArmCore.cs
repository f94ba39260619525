using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>A logical processor of an Arm machine in /proc/cpuinfo.</summary>
internal readonly record struct ArmCore(int Processor, string Implementer, string Part)
{
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
