using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Convolutions;

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
