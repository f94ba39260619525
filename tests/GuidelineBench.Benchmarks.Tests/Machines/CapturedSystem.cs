using GuidelineBench.Benchmarks.Machines;

namespace GuidelineBench.Benchmarks.Tests.Machines;

/// <summary>A folder with the parts of /proc and /sys that a machine showed.</summary>
internal sealed class CapturedSystem : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("guidelinebench-system-").FullName;

    /// <param name="files">Path below the root, and text.</param>
    public CapturedSystem(params (string Path, string Text)[] files)
    {
        foreach ((string path, string text) in files)
        {
            string full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    public SystemFiles Files => new(root);

    /// <summary>
    /// Files that a machine showed, from a text in Captures: its first line names machine and source, then a line
    /// <c>== PATH</c> stands above each file.
    /// </summary>
    public static CapturedSystem Of(string name) => new([..
        from file in CaptureText(name).Split("\n== ").Skip(1)
        let end = file.IndexOf('\n', StringComparison.Ordinal)
        select (file[..end], file[end..])]);

    public static string CaptureText(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Machines", "Captures", name + ".txt")).ReplaceLineEndings("\n");

    /// <summary>A server with two AMD EPYC cores of two threads each: 0 and 2 are one core, 1 and 3 the other.</summary>
    public static CapturedSystem AmdServer() => new(
        ("proc/cpuinfo",
            """
            processor	: 0
            vendor_id	: AuthenticAMD
            cpu family	: 25
            model		: 17
            model name	: AMD EPYC 9654 96-Core Processor
            stepping	: 1
            cpu MHz		: 2400.000
            cache size	: 1024 KB
            flags		: fpu vme de pse tsc msr avx avx2 avx512f fma
            bogomips	: 4792.84

            processor	: 1
            vendor_id	: AuthenticAMD
            model name	: AMD EPYC 9654 96-Core Processor
            """),
        ("proc/loadavg", "0.08 0.03 0.05 1/1024 4711\n"),
        ("proc/meminfo", "MemTotal:       792271548 kB\nMemFree:        780000000 kB\nMemAvailable:   785000000 kB\n"),
        ("sys/devices/system/cpu/cpu0/cache/index0/level", "1\n"),
        ("sys/devices/system/cpu/cpu0/cache/index0/type", "Data\n"),
        ("sys/devices/system/cpu/cpu0/cache/index0/size", "32K\n"),
        ("sys/devices/system/cpu/cpu0/cache/index1/level", "1\n"),
        ("sys/devices/system/cpu/cpu0/cache/index1/type", "Instruction\n"),
        ("sys/devices/system/cpu/cpu0/cache/index1/size", "64K\n"),
        ("sys/devices/system/cpu/cpu0/cache/index2/level", "2\n"),
        ("sys/devices/system/cpu/cpu0/cache/index2/type", "Unified\n"),
        ("sys/devices/system/cpu/cpu0/cache/index2/size", "1024K\n"),
        ("sys/devices/system/cpu/cpu0/cache/index3/level", "3\n"),
        ("sys/devices/system/cpu/cpu0/cache/index3/type", "Unified\n"),
        ("sys/devices/system/cpu/cpu0/cache/index3/size", "32768K\n"),
        ("sys/devices/system/cpu/cpu0/topology/thread_siblings_list", "0,2\n"),
        ("sys/devices/system/cpu/cpu1/topology/thread_siblings_list", "1,3\n"),
        ("sys/devices/system/cpu/cpu2/topology/thread_siblings_list", "0,2\n"),
        ("sys/devices/system/cpu/cpu3/topology/thread_siblings_list", "1,3\n"),
        ("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "schedutil\n"),
        ("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "schedutil\n"),
        ("sys/class/thermal/thermal_zone0/temp", "41000\n"),
        ("sys/class/thermal/thermal_zone1/temp", "48500\n"),
        ("sys/class/dmi/id/sys_vendor", "Supermicro\n"));

    /// <summary>A virtual Arm server, whose cpuinfo names no model.</summary>
    public static CapturedSystem ArmServer() => new(
        ("proc/cpuinfo",
            """
            processor	: 0
            BogoMIPS	: 243.75
            Features	: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp
            CPU implementer	: 0x41
            CPU architecture: 8
            CPU variant	: 0x3
            CPU part	: 0xd0c
            CPU revision	: 1
            """),
        ("proc/loadavg", "0.00 0.00 0.00 1/120 800\n"),
        ("sys/class/dmi/id/sys_vendor", "QEMU\n"),
        ("sys/class/dmi/id/product_name", "QEMU Virtual Machine\n"));

    public static CapturedSystem RaspberryPi() => new(
        ("proc/cpuinfo",
            """
            processor	: 0
            BogoMIPS	: 108.00
            Features	: fp asimd evtstrm crc32 cpuid
            CPU implementer	: 0x41
            CPU architecture: 8
            CPU variant	: 0x0
            CPU part	: 0xd08
            CPU revision	: 3

            Hardware	: BCM2835
            Revision	: c03114
            Serial		: 100000003b0c0ffe
            Model		: Raspberry Pi 4 Model B Rev 1.4
            """),
        ("proc/loadavg", "2.10 1.50 0.90 3/180 999\n"),
        ("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "ondemand\n"),
        ("sys/class/thermal/thermal_zone0/temp", "61835\n"),
        ("sys/class/power_supply/hidpp_battery_0/type", "Battery\n"),
        ("sys/class/power_supply/hidpp_battery_0/scope", "Device\n"),
        ("sys/class/power_supply/hidpp_battery_0/status", "Discharging\n"));

    /// <summary>A container in which /sys is not mounted.</summary>
    public static CapturedSystem Container() => new(
        ("proc/cpuinfo",
            """
            processor	: 0
            vendor_id	: GenuineIntel
            model name	: Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz
            flags		: fpu vme avx avx2 avx512f hypervisor lahf_lm
            """),
        ("proc/loadavg", "0.10 0.20 0.30 1/64 12\n"));

    public void Dispose() => Directory.Delete(root, recursive: true);
}
