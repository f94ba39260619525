
namespace GuidelineBench.Kernels.Ilgpu.Maps;

/// <summary>
/// Four neighbouring floats at an address divisible by 16: four pixels of a row, or four output channels of a weight.
/// Loaded and stored by one instruction.
/// </summary>
internal struct Float4
{
    public float X;
    public float Y;
    public float Z;
    public float W;

    public static Float4 operator +(Float4 left, Float4 right) => new()
    {
        X = left.X + right.X,
        Y = left.Y + right.Y,
        Z = left.Z + right.Z,
        W = left.W + right.W,
    };
}
