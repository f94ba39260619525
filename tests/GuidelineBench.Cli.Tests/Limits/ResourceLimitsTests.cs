using GuidelineBench.Cli.Limits;

namespace GuidelineBench.Cli.Tests.Limits;

public class ResourceLimitsTests
{
    /// <summary>As Linux shows it.</summary>
    private const string Limits = """
        Limit                     Soft Limit           Hard Limit           Units
        Max cpu time              unlimited            unlimited            seconds
        Max file size             unlimited            unlimited            bytes
        Max open files            1024                 524288               files
        Max locked memory         8388608              8388608              bytes
        Max address space         unlimited            unlimited            bytes

        """;

    [Fact]
    public void UsualLimitsAreEnough() => Assert.Null(ResourceLimits.FirstBreach(Limits));

    [Theory]
    [InlineData("Max open files            1024", "Max open files            64  ", "only 64 files may be open at a time: ulimit -n; allowed: 192 or more")]
    [InlineData("Max address space         unlimited", "Max address space         1433600000", "only 1400000 KiB of addresses may be used: ulimit -v; allowed: 1572864 or more")]
    [InlineData("Max cpu time              unlimited", "Max cpu time              1        ", "only 1 s of processor time may be used: ulimit -t; allowed: 2 or more")]
    public void WhatIsTooLowIsNamed(string usual, string low, string line) =>
        Assert.Equal(line, ResourceLimits.FirstBreach(Limits.Replace(usual, low, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("Max open files")]
    [InlineData("Max open files            many                 many                 files\n")]
    public void WhatCannotBeReadIsNoLimit(string limits) => Assert.Null(ResourceLimits.FirstBreach(limits));
}
