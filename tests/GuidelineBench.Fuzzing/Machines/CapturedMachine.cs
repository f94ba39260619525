using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBench.Benchmarks.Machines;

namespace GuidelineBench.Fuzzing.Machines;

/// <summary>The parts of /proc and /sys that a machine showed, in a folder.</summary>
/// <param name="Root">Where the tree begins.</param>
/// <param name="Files">Text by path below the root.</param>
/// <param name="Processors">All that it has; a program may use all of them.</param>
internal sealed partial record CapturedMachine(string Root, ImmutableSortedDictionary<string, string> Files, ImmutableArray<int> Processors)
{
    public SystemFiles SystemFiles => new(Root);

    /// <summary>One file of each kind: what processor 3 shows is read as what processor 0 shows.</summary>
    public IEnumerable<string> KindsOfFiles => Files.Keys.GroupBy(path => Number().Replace(path, "N")).Select(kind => kind.First());

    /// <summary>The captures that the machine tests read, and a board with what they lack: sensors, coolers, a battery, firmware.</summary>
    /// <param name="folder">Each machine gets a folder in it.</param>
    public static ImmutableArray<CapturedMachine> WriteAll(string folder) =>
    [
        .. Captures.SystemFiles.Select(capture => Write(Path.Combine(folder, capture.Name), capture.Files)),
        Write(Path.Combine(folder, "board"), Board),
    ];

    public void Restore(string path) => File.WriteAllText(Path.Combine(Root, path), Files[path]);

    private static CapturedMachine Write(string root, ImmutableSortedDictionary<string, string> files)
    {
        var machine = new CapturedMachine(root, files, [.. ProcessorsOf(files["proc/cpuinfo"])]);
        foreach (string path in files.Keys)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
            machine.Restore(path);
        }

        return machine;
    }

    private static IEnumerable<int> ProcessorsOf(string cpuInfo) =>
        ProcessorLine().Matches(cpuInfo).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private static ImmutableSortedDictionary<string, string> Board { get; } = new Dictionary<string, string>
    {
        ["proc/cpuinfo"] = "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd08\n\nprocessor\t: 1\nCPU implementer\t: 0x41\nCPU part\t: 0xd08\n\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n",
        ["proc/loadavg"] = "2.10 1.50 0.90 3/180 999\n",
        ["proc/meminfo"] = "MemTotal:        7922715 kB\nMemAvailable:    7850000 kB\n",
        ["proc/device-tree/model"] = "Raspberry Pi 4 Model B Rev 1.4\0",
        ["sys/class/dmi/id/sys_vendor"] = "QEMU\n",
        ["sys/class/dmi/id/product_name"] = "Virtual Machine\n",
        ["sys/class/power_supply/BAT0/scope"] = "System\n",
        ["sys/class/power_supply/BAT0/status"] = "Discharging\n",
        ["sys/class/power_supply/BAT0/type"] = "Battery\n",
        ["sys/class/thermal/cooling_device0/cur_state"] = "2\n",
        ["sys/class/thermal/cooling_device0/type"] = "thermal-cpufreq-0\n",
        ["sys/class/thermal/thermal_zone0/temp"] = "61835\n",
        ["sys/class/thermal/thermal_zone1/temp"] = "-274000\n",
        ["sys/devices/cpu_atom/cpus"] = "1\n",
        ["sys/devices/cpu_core/cpus"] = "0\n",
        ["sys/devices/platform/soc/soc:firmware/get_throttled"] = "0x50005\n",
        ["sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"] = "ondemand\n",
        ["sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count"] = "9\n",
        ["sys/devices/system/cpu/cpu0/topology/thread_siblings_list"] = "0\n",
        ["sys/devices/system/cpu/cpu1/thermal_throttle/core_throttle_count"] = "5\n",
        ["sys/devices/system/cpu/cpu1/topology/thread_siblings_list"] = "1\n",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex("^processor\\s*:\\s*([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex ProcessorLine();
}
