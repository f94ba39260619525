using GuidelineBench.Kernels.Ilgpu.Channelwise;
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
