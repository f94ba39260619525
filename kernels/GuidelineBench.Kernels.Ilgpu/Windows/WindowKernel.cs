using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Ilgpu.Channelwise;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>
/// Depthwise convolutions and poolings. A group copies the rows that its tile needs to shared memory, then each thread
/// goes down one column, its neighbours beside it, so that neither shared memory nor stores have conflicts.
/// </summary>
internal static class WindowKernel
{
    public static void Run<TOperation, TFunction>(WindowArguments arguments)
        where TOperation : struct, IWindowOperation
        where TFunction : struct, IElementFunction
    {
        TOperation operation = default;
        TFunction function = default;
        ArrayView<float> floats = SharedMemory.GetDynamic<float>();
        SharedRows.Load(arguments, floats, operation.Outside);
        Group.Barrier();

        int threadRows = arguments.Rows / arguments.RowsPerThread;
        int items = arguments.PlanesPerGroup * threadRows * arguments.OutputWidth;
        for (int item = Group.IdxX; item < items; item += Group.DimX)
        {
            int line = item / arguments.OutputWidth;
            int column = item - line * arguments.OutputWidth;
            int slot = line / threadRows;
            int plane = Grid.IdxX * arguments.PlanesPerGroup + slot;
            if (plane < arguments.Planes)
            {
                int image = plane / arguments.Channels;
                int channel = plane - image * arguments.Channels;
                int row = Grid.IdxY * arguments.Rows + (line - slot * threadRows) * arguments.RowsPerThread;
                int end = IntrinsicMath.Min(row + arguments.RowsPerThread, arguments.OutputHeight);
                int output = 4 * arguments.Output.FirstQuad(image, channel) + row * arguments.OutputWidth + column;
                SharedRows rows = SharedRows.Of(arguments, floats, slot);
                operation.Begin(arguments, channel);
                for (; row < end; row++)
                {
                    float value = operation.Of(
                        arguments, rows, row * arguments.Stride - arguments.Top, column * arguments.Stride - arguments.Left);
                    arguments.Output.WriteFloat(output, function.Of(value));
                    output += arguments.OutputWidth;
                }
            }
        }
    }

    /// <returns>The kernel's launcher, for groups of any size.</returns>
    public static Action<AcceleratorStream, KernelConfig, WindowArguments> Load<TOperation, TFunction>(Accelerator accelerator)
        where TOperation : struct, IWindowOperation
        where TFunction : struct, IElementFunction =>
        accelerator.LoadKernel<WindowArguments>(Run<TOperation, TFunction>);
}

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

/// <summary>Loads the kernel of an operation with any function behind it.</summary>
internal readonly struct WindowLoader<TOperation>(Accelerator accelerator)
    : IFunctionConsumer<Action<AcceleratorStream, KernelConfig, WindowArguments>>
    where TOperation : struct, IWindowOperation
{
    public Action<AcceleratorStream, KernelConfig, WindowArguments> With<TFunction>()
        where TFunction : struct, IElementFunction => WindowKernel.Load<TOperation, TFunction>(accelerator);
}
