using System.Collections.Immutable;

namespace GuidelineBench.Kernels.Ilgpu.Drivers;

/// <summary>What holds back a clock, as NVIDIA's management library says it (nvmlClocksThrottleReason* of nvml.h).</summary>
internal static class ThrottleReasons
{
    /// <summary>An idle device and one set to fixed clocks by its owner (bits 0x1, 0x2, 0x100) are not held back.</summary>
    private static readonly ImmutableArray<(ulong Bit, string Name)> Names =
    [
        (0x04, "its power limit"),
        (0x08, "the hardware (heat or power)"),
        (0x10, "the clocks of other devices in its group"),
        (0x20, "its temperature"),
        (0x40, "its temperature (hardware limit)"),
        (0x80, "the power supply"),
    ];

    public static ImmutableArray<string> Of(ulong bits) => [.. Names.Where(name => (bits & name.Bit) != 0).Select(name => name.Name)];
}
