using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Ilgpu.Channelwise;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>Operators that move a window over each channel by itself.</summary>
internal static class WindowOperators
{
    /// <returns>What can be chosen for such an operator, the usual choice first.</returns>
    public static ImmutableArray<string> Choices(Window window, MapShape input, int batch) =>
        [.. WindowTile.Choices(window, input, batch).Select(tile => tile.ToString())];

    /// <param name="activation">Null for none.</param>
    /// <param name="choice">One of <see cref="Choices"/>.</param>
    public static IDeviceOperator Depthwise(
        Accelerator accelerator, Convolution convolution, LayerParameters parameters, DeviceMap input, DeviceMap output,
        Activation? activation, int batch, string choice, DeviceMemory memory)
    {
        ArrayView<float> weights = memory.Upload(parameters.Weights), bias = memory.Upload(parameters.Bias);
        return Create(
            accelerator,
            convolution.KernelSize == 3
                ? ElementFunctions.Choose(activation, new WindowLoader<ThreeByThree>(accelerator))
                : ElementFunctions.Choose(activation, new WindowLoader<WeightedSum>(accelerator)),
            convolution.Window, input, output, weights, bias, batch, choice);
    }

    /// <param name="activation">Null for none.</param>
    /// <param name="choice">One of <see cref="Choices"/>.</param>
    public static IDeviceOperator Pooling(
        Accelerator accelerator, Layer pooling, DeviceMap input, DeviceMap output, Activation? activation, int batch, string choice)
    {
        (Window window, Action<AcceleratorStream, KernelConfig, WindowArguments> launcher) = pooling switch
        {
            MaxPooling maximum => (maximum.Window, ElementFunctions.Choose(activation, new WindowLoader<Maximum>(accelerator))),
            AveragePooling { CountsPadding: true } mean => (mean.Window, ElementFunctions.Choose(activation, new WindowLoader<PaddedMean>(accelerator))),
            AveragePooling mean => (mean.Window, ElementFunctions.Choose(activation, new WindowLoader<Mean>(accelerator))),
            _ => throw new ArgumentException($"{pooling.Signature} is no pooling.", nameof(pooling)),
        };
        return Create(accelerator, launcher, window, input, output, input.Buffer, input.Buffer, batch, choice);
    }

    private static KernelLaunch<WindowArguments> Create(
        Accelerator accelerator, Action<AcceleratorStream, KernelConfig, WindowArguments> launcher,
        Window window, DeviceMap input, DeviceMap output, ArrayView<float> weights, ArrayView<float> bias, int batch, string choice)
    {
        var shape = new MapShape(input.Channels, input.Height, input.Width);
        WindowTile tile = WindowTile.Choices(window, shape, batch).First(candidate => candidate.ToString() == choice);
        if (!tile.Fits(window, input))
            throw new PlanException($"A window {window.Signature} over a map of {shape} does not fit the shared memory of a group.");
        var size = new KernelConfig(
            new Index3D(GroupSize.Groups((long)batch * output.Channels, tile.Planes), (output.Height + tile.Rows - 1) / tile.Rows, 1),
            new Index3D(GroupSize.Of(accelerator), 1, 1),
            SharedMemoryConfig.RequestDynamic<float>(tile.SharedFloats(window, input)));
        return new KernelLaunch<WindowArguments>(
            launcher, size, new WindowArguments(window, input, output, weights, bias, batch, tile), choice);
    }
}
