using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Convolutions;

/// <summary>A convolution as one launch of a product kernel.</summary>
internal sealed class DeviceConvolution(
    string choice,
    ProductLauncher launcher,
    KernelConfig config,
    ProductShape shape,
    ArrayView<Float4> weights,
    ProductInput input,
    ProductOutput output) : IDeviceOperator
{
    public string Choice => choice;

    public void Launch(AcceleratorStream stream) => launcher(stream, config, shape, weights, input, output);
}
