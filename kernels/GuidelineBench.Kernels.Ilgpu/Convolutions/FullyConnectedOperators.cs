using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Convolutions;

/// <summary>Fully connected layers: a matrix times a vector per image, limited by reading the matrix.</summary>
internal static class FullyConnectedOperators
{
    // Threads per output. 32 read 512 bytes at once; more leave work for all multiprocessors when there are few outputs.
    private static readonly ImmutableArray<int> lanes = [32, 64, 8];

    /// <inheritdoc cref="ConvolutionOperators.Create"/>
    public static IDeviceOperator Create(
        Accelerator accelerator,
        FullyConnected layer,
        LayerParameters parameters,
        DeviceMap input,
        DeviceMap output,
        ImmutableArray<DeviceMap> addends,
        Activation? activation,
        int batch,
        string? choice,
        DeviceMemory memory)
    {
        int maxThreads = Math.Min(VectorKernel.MaxThreads, accelerator.MaxNumThreadsPerGroup);
        int width = lanes.FirstOrDefault(width => width <= maxThreads && (choice is null || choice == Name(width)));
        if (width == 0)
            throw new PlanException($"{layer.Signature}: {accelerator.Name} cannot run it with {choice ?? Name(lanes[^1])} threads per output.");

        int step = 8 * width;
        int rowFloats = (layer.Inputs + step - 1) / step * step;
        float[] weights = new float[layer.OutputChannels * rowFloats];
        for (int row = 0; row < layer.OutputChannels; row++)
            parameters.Weights.AsSpan(row * layer.Inputs, layer.Inputs).CopyTo(weights.AsSpan(row * rowFloats));
        int[] planes = MapPlanes.Quads(input);
        int pixels = input.Height * input.Width;
        int[] elements = [.. Enumerable.Range(0, layer.Inputs).Select(i => planes[i / pixels] * 4 + i % pixels)];

        int rows = maxThreads / width;
        return new FullyConnectedOperator(
            Name(width),
            accelerator.LoadKernel<VectorShape, ArrayView<Float4>, ArrayView<float>, ArrayView<int>, ProductOutput>(VectorKernel.Multiply),
            new KernelConfig(
                new Index3D((layer.OutputChannels + rows - 1) / rows, (batch + VectorKernel.Images - 1) / VectorKernel.Images, 1),
                new Index3D(rows * width, 1, 1)),
            new VectorShape
            {
                Lanes = width,
                RowQuads = rowFloats / 4,
                Inputs = layer.Inputs,
                Outputs = layer.OutputChannels,
                Images = batch,
                ImageFloats = input.PlanesPerImage * input.PlaneFloats,
            },
            memory.Upload(weights).Cast<Float4>(),
            input.Buffer,
            memory.Upload(elements),
            ProductEpilogue.Bind(
                layer.Signature, parameters.Bias, output, addends, activation, (values, _) => values, (values, _) => values, memory));
    }

    /// <inheritdoc cref="ConvolutionOperators.Choices"/>
    public static ImmutableArray<string> Choices(FullyConnected layer, MapShape input, int batch, Accelerator? accelerator = null) =>
        [.. lanes.Where(width => accelerator is null || width <= accelerator.MaxNumThreadsPerGroup).Select(Name)];

    private static string Name(int lanes) => lanes.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A fully connected layer as one launch.</summary>
internal sealed class FullyConnectedOperator(
    string choice,
    Action<AcceleratorStream, KernelConfig, VectorShape, ArrayView<Float4>, ArrayView<float>, ArrayView<int>, ProductOutput> launcher,
    KernelConfig config,
    VectorShape shape,
    ArrayView<Float4> weights,
    ArrayView<float> input,
    ArrayView<int> elements,
    ProductOutput output) : IDeviceOperator
{
    public string Choice => choice;

    public void Launch(AcceleratorStream stream) => launcher(stream, config, shape, weights, input, elements, output);
}
