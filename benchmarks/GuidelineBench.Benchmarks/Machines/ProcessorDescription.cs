namespace GuidelineBench.Benchmarks.Machines;

/// <summary>What /proc/cpuinfo says about the processor.</summary>
/// <param name="Model">The processor's name; null when the text holds none.</param>
/// <param name="IsVirtual">Whether a hypervisor announces itself.</param>
internal sealed record ProcessorDescription(string? Model, bool IsVirtual)
{
    public static ProcessorDescription Parse(string cpuInfo)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in cpuInfo.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        bool isVirtual = fields.TryGetValue("flags", out string? flags) && flags.Split(' ').Contains("hypervisor");
        return new ProcessorDescription(Name(fields, cpuInfo), isVirtual);
    }

    /// <summary>Of processors with this instruction set alone the system shows a family.</summary>
    public static bool IsX86(string cpuInfo) =>
        cpuInfo.Split('\n').Any(line => line.Split(':', 2) is [string name, _] && name.Trim() is "cpu family" or "vendor_id");

    private static string? Name(Dictionary<string, string> fields, string cpuInfo)
    {
        string? core = ArmName(cpuInfo) ?? SystemText.Name(fields.GetValueOrDefault("model name")) ?? ArmCores.Name(
            fields.GetValueOrDefault("CPU implementer"), fields.GetValueOrDefault("CPU part"));
        string? board = SystemText.Name(fields.GetValueOrDefault("Model")) ?? SystemText.Name(fields.GetValueOrDefault("Hardware"));
        return (core, board) switch
        {
            (null, _) => board,
            (_, null) => core,
            _ => $"{core} ({board})",
        };
    }

    /// <summary>Cores of several kinds are all named. Arm's "model name", where there is one, is often that of the instruction set.</summary>
    /// <returns>Null unless all cores are known.</returns>
    private static string? ArmName(string cpuInfo)
    {
        ArmCore[] kinds = [.. ArmCore.Parse(cpuInfo).DistinctBy(core => (core.Implementer, core.Part))];
        return kinds.Length > 0 && kinds.All(core => ArmCores.Rank(core.Implementer, core.Part) is not null)
            ? string.Join(", ", kinds.Select(core => ArmCores.Name(core.Implementer, core.Part)))
            : null;
    }
}
