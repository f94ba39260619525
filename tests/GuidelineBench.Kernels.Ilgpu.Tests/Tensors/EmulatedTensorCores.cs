using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Tensors;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Tensors;

/// <summary>
/// What tensor cores do, for devices without them: fragments as PTX's manual lays them out for <c>mma.m16n8k8</c> with TF32, elements of
/// other threads by shuffles, factors that are not in TF32 cut off as the hardware reads them.
/// </summary>
internal readonly struct EmulatedTensorCores : IWarpProduct
{
    // 13 of the 23 bits of a mantissa are left out.
    private const uint LastOfTf32 = 1u << 13;

    public static float Rounded(float value)
    {
        uint bits = Interop.FloatAsInt(value);
        return (bits & 0x7F800000) == 0x7F800000 ? value : Interop.IntAsFloat((bits + LastOfTf32 / 2) & ~(LastOfTf32 - 1));
    }

    public static Float4 MultiplyAdd(
        float a0, float a1, float a2, float a3, float b0, float b1, float c0, float c1, float c2, float c3)
    {
        int lane = Group.IdxX % 32, group = lane / 4, member = lane % 4;
        Float4 a = new() { X = Read(a0), Y = Read(a1), Z = Read(a2), W = Read(a3) };
        Float4 b = new() { X = Read(b0), Y = Read(b1) };
        Float4 sums = new() { X = c0, Y = c1, Z = c2, W = c3 };
        for (int k = 0; k < 4; k++)
        {
            // Rows group and group + 8 of A lie in the threads of the group, columns k and k + 4 in the one with member k.
            Float4 left = Warp.Shuffle(a, group * 4 + k);
            // Column n of B lies in the threads of group n.
            Float4 first = Warp.Shuffle(b, 2 * member * 4 + k);
            Float4 second = Warp.Shuffle(b, (2 * member + 1) * 4 + k);
            sums.X += left.X * first.X + left.Z * first.Y;
            sums.Y += left.X * second.X + left.Z * second.Y;
            sums.Z += left.Y * first.X + left.W * first.Y;
            sums.W += left.Y * second.X + left.W * second.Y;
        }

        return sums;
    }

    private static float Read(float factor) => Interop.IntAsFloat(Interop.FloatAsInt(factor) & ~(LastOfTf32 - 1));
}
