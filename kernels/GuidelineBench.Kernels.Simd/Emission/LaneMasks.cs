using System.Runtime.InteropServices;

namespace GuidelineBench.Kernels.Simd.Emission;

/// <summary>Constant masks that keep the first lanes of a vector.</summary>
internal static unsafe class LaneMasks
{
    private const int Lanes = 16;

    // Read by emitted code through its address, so it must not move and lives as long as the process.
    private static readonly uint* Words = Create();

    /// <returns>Address of 16 lanes, the first <paramref name="count"/> all ones, the others zero.</returns>
    public static nint Address(int count) => (nint)(Words + Lanes - count);

    private static uint* Create()
    {
        uint* words = (uint*)NativeMemory.AlignedAlloc(2 * Lanes * sizeof(uint), 64);
        new Span<uint>(words, Lanes).Fill(uint.MaxValue);
        new Span<uint>(words + Lanes, Lanes).Clear();
        return words;
    }
}
