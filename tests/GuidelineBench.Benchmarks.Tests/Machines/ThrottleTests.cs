using GuidelineBench.Benchmarks.Machines;

namespace GuidelineBench.Benchmarks.Tests.Machines;

public sealed class ThrottleTests
{
    private const string Pi = "sys/devices/platform/soc/soc:firmware/get_throttled";

    private static ThrottleState Calm { get; } = new(Events: 10, PiFlags: 0, Coolers: []);

    [Fact]
    public void SiblingsShareACoresCount()
    {
        using CapturedSystem system = CapturedSystem.Of("core-i7-1165g7");

        // Cores of two threads each that were slowed down 49, 0, 99 and 8 times.
        Assert.Equal(49 + 0 + 99 + 8, ThrottleState.Read(system.Files).Events);
    }

    [Fact]
    public void AMachineThatShowsNothingIsNotThrottled()
    {
        using CapturedSystem system = CapturedSystem.Container();
        ThrottleState state = ThrottleState.Read(system.Files);

        Assert.Equal((null, null, 0), (state.Events, state.PiFlags, state.Coolers.Length));
        Assert.Empty(ThrottleFlags.Of(state, [state]));
    }

    [Fact]
    public void CountedSlowdownsAreFlagged()
    {
        Assert.Empty(ThrottleFlags.Of(Calm, [Calm, Calm]));
        Assert.Contains(
            "because of heat 7 times",
            Assert.Single(ThrottleFlags.Of(Calm, [Calm with { Events = 12 }, Calm with { Events = 17 }])), StringComparison.Ordinal);
        Assert.Empty(ThrottleFlags.Of(Calm, []));
    }

    [Theory]
    // vcgencmd's documentation: 0 undervoltage, 1 frequency capped, 2 throttled, 3 soft limit; from 16 on the same since the start.
    [InlineData(0x0, 0x0, null)]
    [InlineData(0x0, 0x1, "too low a voltage")]
    [InlineData(0x0, 0x4, "throttling")]
    [InlineData(0x0, 0x80008, "the soft limit of the temperature")]
    [InlineData(0x0, 0x60000, "a limit of the clock, throttling")]
    [InlineData(0x50000, 0x50000, null)]
    [InlineData(0x50000, 0x50005, "too low a voltage, throttling")]
    public void ARaspberryPiSaysWhatHoldsItBack(int before, int after, string? reasons)
    {
        string[] flags = [.. ThrottleFlags.Of(Calm with { PiFlags = before }, [Calm with { PiFlags = after }])];
        Assert.Equal(reasons is null ? [] : [$"The board's firmware held the clock back: {reasons}."], flags);
    }

    [Theory]
    [InlineData("50005\n", 0x50005)]
    [InlineData("0x80008\n", 0x80008)]
    [InlineData("nothing\n", null)]
    public void TheFirmwaresFlagsAreHexadecimal(string text, int? flags)
    {
        using var board = new CapturedSystem((Pi, text));
        Assert.Equal(flags, ThrottleState.Read(board.Files).PiFlags);
    }

    [Fact]
    public void CoolersOfTheProcessorAreFlaggedWhileTheyWork()
    {
        using var board = new CapturedSystem(
            ("sys/class/thermal/cooling_device0/type", "thermal-cpufreq-0\n"),
            ("sys/class/thermal/cooling_device0/cur_state", "2\n"),
            ("sys/class/thermal/cooling_device1/type", "pwm-fan\n"),
            ("sys/class/thermal/cooling_device1/cur_state", "3\n"),
            ("sys/class/thermal/cooling_device2/type", "Processor\n"),
            ("sys/class/thermal/cooling_device2/cur_state", "0\n"),
            ("sys/class/thermal/cooling_device3/type", "intel_powerclamp\n"),
            ("sys/class/thermal/cooling_device3/cur_state", "-1\n"));
        ThrottleState state = ThrottleState.Read(board.Files);

        Assert.Equal(["cooling_device0 (thermal-cpufreq-0)"], state.Coolers);
        Assert.Equal(
            ["The system held the clock back because of heat: cooling_device0 (thermal-cpufreq-0)."],
            ThrottleFlags.Of(Calm, [state, Calm]));
    }

    [Fact]
    public void AFallingClockIsNamedAsSuch()
    {
        // 5 % of 2000 MHz are 100 MHz.
        Assert.Contains("fell by 20.0 %", Assert.Single(ConditionFlags.OfClocks([2000, 1980, 1600, 1900])), StringComparison.Ordinal);
        Assert.Contains("varied", Assert.Single(ConditionFlags.OfClocks([2000, 1910])), StringComparison.Ordinal);
        // A clock that rises was not held back while the rounds ran.
        Assert.Contains("varied", Assert.Single(ConditionFlags.OfClocks([1600, 2000])), StringComparison.Ordinal);
        Assert.Empty(ConditionFlags.OfClocks([2000, 1970]));
    }
}
