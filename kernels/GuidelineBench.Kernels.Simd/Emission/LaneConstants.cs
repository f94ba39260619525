using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace GuidelineBench.Kernels.Simd.Emission;

/// <summary>
/// Constant vectors that emitted code reads through their address: masks, indices, values. They must not move and live as
/// long as the process; equal ones are kept once.
/// </summary>
internal static unsafe class LaneConstants
{
    private const int Lanes = 16;

    private static readonly ConcurrentDictionary<string, nint> Addresses = new();

    /// <returns>Address of 16 lanes, the first <paramref name="count"/> all ones, the others zero.</returns>
    public static nint Address(int count) => Address([.. Enumerable.Range(0, Lanes).Select(lane => lane < count)]);

    /// <returns>Address of lanes that are all ones where true, else zero.</returns>
    public static nint Address(bool[] lanes) => Address([.. lanes.Select(lane => lane ? -1 : 0)]);

    public static nint Address(float[] lanes) => Address([.. lanes.Select(BitConverter.SingleToInt32Bits)]);

    /// <param name="lanes">Up to 16; those missing are zero.</param>
    public static nint Address(int[] lanes) => Addresses.GetOrAdd(string.Join(',', lanes), _ =>
    {
        int* words = (int*)NativeMemory.AlignedAlloc(Lanes * sizeof(int), 64);
        new Span<int>(words, Lanes).Clear();
        lanes.CopyTo(new Span<int>(words, Lanes));
        return (nint)words;
    });
}
