using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GuidelineBench.Kernels.Simd;

/// <summary>The vectors that this process computes with, fixed when it starts.</summary>
public static class VectorWidth
{
    /// <summary>Bits of the widest vector that is worth using: 512, 256 or 128.</summary>
    public static int Bits { get; } =
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>float32 lanes of that vector.</summary>
    public static int Lanes { get; } = Bits / 32;

    /// <summary>Vector registers that the instruction set names: 32 with EVEX encoding and on Arm, otherwise 16.</summary>
    public static int Registers { get; } = Avx512F.VL.IsSupported || AdvSimd.IsSupported ? 32 : 16;

    /// <summary>Whether a multiply-add is one instruction.</summary>
    public static bool Fused { get; } = Fma.IsSupported || Avx512F.IsSupported || AdvSimd.IsSupported;

    /// <summary>For a reader, e.g. <c>AVX-512 (512 bit)</c>.</summary>
    public static string Description { get; } = FormattableString.Invariant($"{InstructionSet} ({Bits} bit)");

    private static string InstructionSet =>
        AdvSimd.IsSupported ? "NEON"
        : Avx512F.VL.IsSupported ? Bits == 512 ? "AVX-512" : "AVX-512VL"
        : Avx2.IsSupported && Fma.IsSupported ? "AVX2+FMA"
        : Sse42.IsSupported ? "SSE4.2"
        : "portable vectors";
}
