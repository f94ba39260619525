using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>A tile whose sums every thread computes alone, in FP32.</summary>
/// <remarks>
/// Per step of k a thread reads rows + pixels floats from shared memory and does rows x pixels multiply-adds: 4 bytes x (8 + 8) / 64
/// = 1 byte per multiply-add for 8x8, 1.5 for 8x4 and 2 for 4x4. Reads of 16 bytes by lanes that share an address in pairs take two
/// clocks per warp, so that the (rows + pixels) / 4 reads of a step stand against rows x pixels / 4 clocks of arithmetic (128
/// multiply-adds per clock and multiprocessor): 8 against 16 for 8x8, 6 against 8 for 8x4, 4 against 4 for 4x4. 8x16 would need 128
/// registers for its sums alone and leave one block per multiprocessor.
/// </remarks>
internal interface IThreadTile : IProductTile
{
    /// <summary>One step of k.</summary>
    /// <param name="weights">The thread's first quad of weights in <paramref name="shared"/>; the second one follows it.</param>
    /// <param name="pixels">The thread's first quad of pixels.</param>
    /// <param name="pixelStep">Quads to its second quad of pixels: the width of the block, so that neighbouring threads read neighbouring quads.</param>
    void Step(ArrayView<Float4> shared, int weights, int pixels, int pixelStep);
}
