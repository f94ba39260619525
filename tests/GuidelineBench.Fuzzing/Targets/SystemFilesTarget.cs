using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>
/// A machine's /proc and /sys with one damaged file: the first byte of the input says which, the rest is its text. What is
/// read must be fit for a result file, or a run on that machine would end in a file that nobody can read.
/// </summary>
internal static class SystemFilesTarget
{
    private static readonly ImmutableArray<(string Path, string Text)> Files =
    [
        ("proc/cpuinfo", "processor\t: 0\nmodel name\t: AMD EPYC 9654\nflags\t\t: fpu avx2\n"),
        ("proc/loadavg", "0.08 0.03 0.05 1/1024 4711\n"),
        ("proc/meminfo", "MemTotal:  792271548 kB\nMemAvailable:   785000000 kB\n"),
        ("sys/devices/system/cpu/cpu0/cache/index0/level", "1\n"),
        ("sys/devices/system/cpu/cpu0/cache/index0/type", "Data\n"),
        ("sys/devices/system/cpu/cpu0/cache/index0/size", "32K\n"),
        ("sys/devices/system/cpu/cpu0/topology/thread_siblings_list", "0,2\n"),
        ("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "schedutil\n"),
        ("sys/class/thermal/thermal_zone0/temp", "41000\n"),
        ("sys/class/power_supply/BAT0/type", "Battery\n"),
        ("sys/class/power_supply/BAT0/status", "Discharging\n"),
        ("sys/class/dmi/id/sys_vendor", "Supermicro\n"),
    ];

    public static FuzzTarget Create(string folder)
    {
        string root = Path.Combine(folder, "system");
        foreach ((string path, string text) in Files)
        {
            string full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        ImmutableArray<byte[]> samples = [.. Files.Select((file, index) => (byte[])[(byte)index, .. Encoding.UTF8.GetBytes(file.Text)])];
        return new FuzzTarget("system-files", 3, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            (string path, string text) = Files[input.Length == 0 ? 0 : input[0] % Files.Length];
            string full = Path.Combine(root, path);
            File.WriteAllBytes(full, input.Length == 0 ? [] : input[1..]);
            try
            {
                return new Answer(true, Described(new SystemFiles(root)));
            }
            finally
            {
                File.WriteAllText(full, text);
            }
        });
    }

    private static string Described(SystemFiles files)
    {
        string text = ResultFileJson.Serialize(SampleResults.Full with
        {
            // The brand string of this machine's processor stands in for a missing name.
            Machine = MachineProbe.Read("AVX2", files, [0]) with { Host = "host" },
            Conditions = ConditionsProbe.AtStart(threads: 1, CoreSet.Any, files, [0]) with
            {
                ByRound = [new RoundConditions(null, Sensors.TemperatureC(files))],
            },
        });
        ResultFileJson.Parse(Encoding.UTF8.GetBytes(text), "results.json");
        return Sensors.AvailableMemoryBytes(files) is < 0 ? throw new BrokenPromiseException("Less than no memory is available.") : text;
    }
}
