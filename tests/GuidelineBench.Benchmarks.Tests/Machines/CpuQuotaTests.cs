using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Tests.Machines;

public sealed class CpuQuotaTests
{
    private const string Unified = "sys/fs/cgroup/", First = "sys/fs/cgroup/cpu/";

    public static TheoryData<(string Path, string Text)[], double?> Systems => new()
    {
        { [], null },
        // A container with a namespace of its own.
        { [("proc/self/cgroup", "0::/\n"), (Unified + "cpu.max", "150000 100000\n")], 1.5 },
        { [("proc/self/cgroup", "0::/\n"), (Unified + "cpu.max", "max 100000\n")], null },
        { [(Unified + "cpu.max", "28000 100000\n")], 0.28 },
        // The tightest of nested groups.
        {
            [
                ("proc/self/cgroup", "0::/kubepods.slice/pod1.slice/app.scope\n"),
                (Unified + "kubepods.slice/pod1.slice/app.scope/cpu.max", "400000 100000\n"),
                (Unified + "kubepods.slice/pod1.slice/cpu.max", "50000 20000\n"),
                (Unified + "kubepods.slice/cpu.max", "max 100000\n"),
                // Of others.
                (Unified + "kubepods.slice/pod2.slice/cpu.max", "1000 100000\n"),
            ],
            2.5
        },
        // Version 1.
        {
            [
                ("proc/self/cgroup", "5:memory:/docker/1f\n4:cpu,cpuacct:/docker/1f\n1:name=systemd:/docker/1f\n"),
                (First + "docker/1f/cpu.cfs_quota_us", "50000\n"), (First + "docker/1f/cpu.cfs_period_us", "100000\n"),
                (First + "docker/cpu.cfs_quota_us", "-1\n"), (First + "docker/cpu.cfs_period_us", "100000\n"),
            ],
            0.5
        },
        { [("proc/self/cgroup", "4:cpu:/\n0::/\n"), (First + "cpu.cfs_quota_us", "-1\n"), (First + "cpu.cfs_period_us", "100000\n")], null },
        // Version 1 as a container without a namespace sees it: the group's path is that of the host, and the mount begins at the group.
        {
            [
                ("proc/self/cgroup", "4:cpuacct,cpu:/docker/1f\n0::/\n"),
                ("proc/self/mountinfo", "33 31 0:30 /docker/1f /sys/fs/cgroup/cpu,cpuacct ro - cgroup cgroup rw,cpu,cpuacct\n32 31 0:29 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n"),
                (Unified + "cpu,cpuacct/cpu.cfs_quota_us", "300000\n"), (Unified + "cpu,cpuacct/cpu.cfs_period_us", "100000\n"),
            ],
            3
        },
        // Groups mounted elsewhere, and a process that has moved out of its namespace.
        {
            [
                ("proc/self/cgroup", "0::/../other\n"),
                ("proc/self/mountinfo", "24 1 0:22 / /cg\\040two rw shared:4 - cgroup2 none rw\n"),
                ("cg two/cpu.max", "10000 100000\n"),
            ],
            0.1
        },
        // Damaged.
        { [(Unified + "cpu.max", "\n")], null },
        { [(Unified + "cpu.max", "100000 0\n")], null },
        { [(Unified + "cpu.max", "100000")], null },
        { [(Unified + "cpu.max", "-5 100000")], null },
        { [("proc/self/cgroup", "::\n:\n0::\n"), ("proc/self/mountinfo", " - \n - cgroup2 a b\n"), (Unified + "cpu.max", "1e9 NaN")], null },
    };

    [Theory]
    [MemberData(nameof(Systems))]
    public void TheTightestQuotaThatHoldsIsRead((string Path, string Text)[] files, double? cores)
    {
        using var system = new CapturedSystem(files);
        Assert.Equal(cores, CpuQuota.Cores(system.Files));
    }

    [Fact]
    public void StoppedPeriodsAreThoseOfGroupsWithAQuota()
    {
        using var system = new CapturedSystem(
            ("proc/self/cgroup", "0::/pod/app\n"),
            (Unified + "pod/app/cpu.max", "50000 100000\n"),
            (Unified + "pod/app/cpu.stat", "usage_usec 9\nnr_periods 40\nnr_throttled 31\nthrottled_usec 77\n"),
            (Unified + "pod/cpu.max", "max 100000\n"),
            (Unified + "pod/cpu.stat", "nr_throttled 5\n"));

        Assert.Equal(31, CpuQuota.StoppedPeriods(system.Files));
    }

    [Fact]
    public void AQuotaBelowTheThreadsIsNamed()
    {
        using var system = new CapturedSystem((Unified + "cpu.max", "150000 100000\n"));

        Assert.Equal(
            ["A CPU quota of 1.5 cores is less than the 2 in use: threads are stopped each time it is used up."],
            ConditionsProbe.AtStart(2, new CoreSet([0, 1]), system.Files, [0, 1]).Flags.Where(flag => flag.Contains("quota", StringComparison.Ordinal)));
        Assert.Empty(ConditionsProbe.AtStart(1, CoreSet.Any, system.Files, [0, 1]).Flags);
    }

    [Theory]
    [InlineData(28000, 1)]
    [InlineData(100000, 0)]
    [InlineData(6400000, 0)]
    public void TheMachineIsDoubtfulForAQuotaBelowItsCores(int quota, int findings)
    {
        using var system = new CapturedSystem((Unified + "cpu.max", $"{quota} 100000\n"));
        Assert.Equal(findings, ConditionsProbe.FlagsOfMachine(system.Files, [0]).Length);
    }

    [Theory]
    // A quota takes what it takes; nothing is lost to others.
    [InlineData(0.28, 1, 0.28, 400, null)]
    [InlineData(1.45, 2, 1.5, 90, null)]
    // A quota that is wide enough takes nothing.
    [InlineData(0.95, 1, 4.0, 0, null)]
    [InlineData(0.5, 1, 4.0, 0, "Other work took 50 % of the threads' time while cells were timed.")]
    [InlineData(0.5, 1, 1.0, 12, "Other work, or others under the same CPU quota of 1 cores (used up 12 times), took 50 % of the threads' time while cells were timed.")]
    [InlineData(1.2, 2, 1.5, 90, "Other work, or others under the same CPU quota of 1.5 cores (used up 90 times), took 20 % of the threads' time while cells were timed.")]
    public void WhatAQuotaTakesIsNotOtherWork(double cores, int threads, double quota, long stopped, string? flag) =>
        Assert.Equal(flag, ConditionFlags.OfCoreShare(cores, threads, quota, stopped).SingleOrDefault());
}
