using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>All that the kernel of a window operator is specialised for; equal shapes share one compiled kernel.</summary>
/// <param name="KernelSize">k.</param>
/// <param name="Stride">1 or 2.</param>
/// <param name="PaddingLeft">Columns of padding before the first.</param>
/// <param name="InputWidth">Columns of the input.</param>
/// <param name="OutputWidth">Columns of the output.</param>
/// <param name="OutputRows">Rows that one call computes.</param>
/// <param name="ChannelFloats">From one channel of the input to the next, where they lie one behind the other.</param>
internal sealed record WindowShape(
    WindowOperation Operation, int KernelSize, int Stride, int PaddingLeft, int InputWidth, int OutputWidth, int OutputRows, int ChannelFloats, Clamp Clamp)
{
    /// <summary>Rows of the input under the windows of one call.</summary>
    public int InputRows => (OutputRows - 1) * Stride + KernelSize;

    /// <summary>Floats of one channel's parameters: bias and weights.</summary>
    public int ParametersPerChannel => Operation == WindowOperation.Depthwise ? 1 + KernelSize * KernelSize : 0;
}
