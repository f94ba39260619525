using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>A window over each channel by itself, and the tile that a group of threads computes.</summary>
/// <param name="weights">[channel][row][column]; whatever is not empty for a pooling.</param>
/// <param name="bias">[channel]; whatever is not empty for a pooling.</param>
internal readonly struct WindowArguments(
    Window window, DeviceMap input, DeviceMap output, ArrayView<float> weights, ArrayView<float> bias, int batch, WindowTile tile)
{
    public readonly DevicePlanes Input = new(input), Output = new(output);
    public readonly ArrayView<float> Weights = weights, Bias = bias;
    public readonly int Channels = output.Channels, Planes = batch * output.Channels;
    public readonly int Height = input.Height, Width = input.Width, OutputHeight = output.Height, OutputWidth = output.Width;
    public readonly int KernelSize = window.KernelSize, Stride = window.Stride, Top = window.Padding.Top, Left = window.Padding.Left;
    public readonly int PlanesPerGroup = tile.Planes, Rows = tile.Rows, RowsPerThread = tile.RowsPerThread;
    public readonly int SlotQuads = tile.SlotQuads(window, input);
}
