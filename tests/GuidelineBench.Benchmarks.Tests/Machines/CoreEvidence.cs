using System.Globalization;

namespace GuidelineBench.Benchmarks.Tests.Machines;

/// <summary>What a system shows of its cores, one value for each processor from 0.</summary>
internal sealed class CoreEvidence
{
    private readonly List<(string Path, string Text)> files = [];

    public static CoreEvidence X86 => new CoreEvidence().File("proc/cpuinfo", "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 25\nflags\t\t: fpu avx2\n");

    /// <param name="cores">Implementer and part of each, as 0x41:0xd08.</param>
    public static CoreEvidence Arm(params string[] cores) => new CoreEvidence().File(
        "proc/cpuinfo", string.Concat(cores.Select((core, processor) =>
            $"processor\t: {processor}\nCPU implementer\t: {core.Split(':')[0]}\nCPU part\t: {core.Split(':')[1]}\n\n")));

    public CoreEvidence File(string path, string text)
    {
        files.Add((path, text));
        return this;
    }

    public CoreEvidence Clocks(params int[] kiloHertz) => OfEach("cpufreq/cpuinfo_max_freq", kiloHertz);

    public CoreEvidence BaseClocks(params int[] kiloHertz) => OfEach("cpufreq/base_frequency", kiloHertz);

    public CoreEvidence Nominal(params int[] megaHertz) => OfEach("acpi_cppc/nominal_freq", megaHertz);

    public CoreEvidence Capacities(params int[] capacities) => OfEach("cpu_capacity", capacities);

    public CoreEvidence Siblings(params string[] lists) => OfEach("topology/thread_siblings_list", lists);

    public CoreEvidence L2(params string[] sizes) => Caches(2, "Unified", sizes);

    /// <param name="sizes">Empty for a core without one.</param>
    public CoreEvidence L3(params string[] sizes) => Caches(3, "Unified", sizes);

    public CapturedSystem Show() => new([.. files]);

    private CoreEvidence OfEach<T>(string file, T[] values)
    {
        for (int processor = 0; processor < values.Length; processor++)
            File($"sys/devices/system/cpu/cpu{processor}/{file}", string.Create(CultureInfo.InvariantCulture, $"{values[processor]}\n"));
        return this;
    }

    private CoreEvidence Caches(int level, string type, string[] sizes)
    {
        for (int processor = 0; processor < sizes.Length; processor++)
        {
            string cache = $"sys/devices/system/cpu/cpu{processor}/cache/index{level}";
            if (sizes[processor].Length > 0)
                File($"{cache}/level", $"{level}\n").File($"{cache}/type", type).File($"{cache}/size", sizes[processor]);
        }

        return this;
    }
}
