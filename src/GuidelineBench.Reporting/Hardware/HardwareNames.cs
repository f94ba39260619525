namespace GuidelineBench.Reporting.Hardware;

/// <summary>
/// Short names that tell machines apart: the host; with what the kernels ran on where that tells machines of one host
/// apart; with a number where even that does not.
/// </summary>
internal static class HardwareNames
{
    public static ImmutableArray<string> Of(IReadOnlyList<MachineKey> keys) => Told(
        [.. keys.Select(key => key.Machine.Host)],
        [.. keys.Select(key => $"{key.Machine.Host}, {key.Backend}{(string.IsNullOrWhiteSpace(key.Device) ? "" : $" on {key.Device}")}")]);

    public static ImmutableArray<string> Of(IReadOnlyList<MachineIdentity> machines) => Told(
        [.. machines.Select(machine => machine.Host)],
        [.. machines.Select(machine => $"{machine.Host}, {machine.Isa}")]);

    private static ImmutableArray<string> Told(string[] hosts, string[] details)
    {
        ILookup<string, int> byHost = hosts.Index().ToLookup(entry => entry.Item, entry => entry.Index);
        return
        [
            .. hosts.Select((host, index) =>
            {
                int[] same = [.. byHost[host]];
                return same.Length == 1 ? host
                    : same.Select(other => details[other]).Distinct().Count() == same.Length ? details[index]
                    : FormattableString.Invariant($"{host} ({1 + Array.IndexOf(same, index)})");
            }),
        ];
    }
}
