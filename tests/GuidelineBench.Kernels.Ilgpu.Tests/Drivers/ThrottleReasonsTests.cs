using GuidelineBench.Kernels.Ilgpu.Drivers;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Drivers;

public class ThrottleReasonsTests
{
    /// <summary>Bits as nvml.h has them: idle 0x1, application clocks 0x2, power cap 0x4, hardware 0x8, thermal 0x20 and 0x40, display 0x100.</summary>
    [Theory]
    [InlineData(0x0, "")]
    [InlineData(0x103, "")]
    [InlineData(0x4, "its power limit")]
    [InlineData(0x5, "its power limit")]
    [InlineData(0x68, "the hardware (heat or power), its temperature, its temperature (hardware limit)")]
    public void Only_what_holds_the_clock_back_counts(ulong bits, string reasons) =>
        Assert.Equal(reasons, string.Join(", ", ThrottleReasons.Of(bits)));
}
