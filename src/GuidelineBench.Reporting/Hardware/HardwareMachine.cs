namespace GuidelineBench.Reporting.Hardware;

/// <summary>A column of the hardware page.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="Guidelines">The run whose guidelines are shown; null for a machine of networks alone.</param>
/// <param name="Networks">The run whose networks are shown; null without one; the same as <paramref name="Guidelines"/> where one run has both.</param>
/// <param name="HistoryPath">The page with all runs of the machine; null where there is only one.</param>
public sealed record HardwareMachine(
    string Name, MachineKey Key, MachineReport? Guidelines, MachineReport? Networks, string? HistoryPath)
{
    /// <summary>Of <see cref="Guidelines"/>; null where that is.</summary>
    public ImmutableArray<GuidelineVerdict>? Verdicts => Guidelines?.Verdicts;

    public IEnumerable<MachineReport> Reports => new[] { Guidelines, Networks }.OfType<MachineReport>().Distinct();

    /// <summary>Draws the conclusions that the page shows of every machine: most of its work, and machines do not need each other for it.</summary>
    public void Judge() => _ = (Verdicts, Networks?.NetworkRuns);

    /// <param name="index">Position among the machines, from 0.</param>
    /// <param name="historyPath">Null for a machine of one run.</param>
    public static HardwareMachine Of(string name, int index, NewestRuns runs, string? historyPath)
    {
        string prefix = FormattableString.Invariant($"m{index + 1}-");
        MachineReport? guidelines = runs.Guidelines is { } file ? new MachineReport(name, prefix, file) : null;
        MachineReport? networks = runs.Networks is null ? null
            : runs.Networks == runs.Guidelines ? guidelines
            : new MachineReport(name, guidelines is null ? prefix : prefix + "networks-", runs.Networks);
        return new HardwareMachine(name, runs.Key, guidelines, networks, historyPath);
    }
}

/// <summary>Short names that tell machines apart: the host; with what the kernels ran on where that tells machines of one host apart; with a number where even that does not.</summary>
internal static class HardwareNames
{
    public static ImmutableArray<string> Of(IReadOnlyList<MachineKey> keys) => Told(
        [.. keys.Select(key => key.Machine.Host)],
        [.. keys.Select(key => $"{key.Machine.Host}, {key.Engine}")]);

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

/// <summary>What has a column of its own on the hardware page: a machine, and what its kernels ran on. A processor and a GPU in one machine, and two engines on one processor, are compared with each other.</summary>
public sealed record MachineKey(MachineIdentity Machine, string Backend, string? Device)
{
    /// <summary>What the kernels ran on.</summary>
    public string Engine => Backend + (string.IsNullOrWhiteSpace(Device) ? "" : $" on {Device}");

    /// <returns>Null for a run without cells of the guidelines.</returns>
    public static MachineKey? OfGuidelines(ResultFile file) => Of(file, cell => ExperimentCatalogue.Find(cell.Experiment) is not null);

    /// <returns>Null for a run without networks.</returns>
    public static MachineKey? OfNetworks(ResultFile file) => Of(file, cell => CellSubject.IsNetworkOrUnits(cell.Experiment));

    /// <returns>Of a run with neither.</returns>
    public static MachineKey? OfOthers(ResultFile file) => Of(file, _ => true);

    /// <summary>The backend with most cells that have a time; the first among equals.</summary>
    private static MachineKey? Of(ResultFile file, Func<CellResult, bool> counts) =>
        (from cell in file.Cells
         where counts(cell)
         group cell by (cell.Backend, cell.Device) into own
         orderby own.Count(cell => cell.MedianNs is not null) descending
         select new MachineKey(MachineIdentity.Of(file.Machine), own.Key.Backend, own.Key.Device)).FirstOrDefault();
}

/// <summary>The newest runs of a machine, complete ones before others; the two can be one file.</summary>
/// <param name="Guidelines">Null where no run has cells of the guidelines.</param>
/// <param name="Networks">Null where no run has networks.</param>
public sealed record NewestRuns(MachineKey Key, NamedResultFile? Guidelines, NamedResultFile? Networks);
