using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using MathMode = GuidelineBench.Execution.Backends.MathMode;

namespace GuidelineBench.Kernels.Ilgpu.Vendor;

/// <summary>
/// The products of a 1x1 convolution by cuBLAS; bias, sums and activations are another operator behind it. A map is a
/// matrix of pixels by channels with a column for each plane, weights are one of inputs by outputs of a group: output =
/// input x weights, all three column by column, so nothing is transposed.
/// </summary>
internal sealed class VendorProduct : IDeviceOperator
{
    /// <summary>As plans show it.</summary>
    public const string ChoiceName = "cublas";

    private readonly Cublas cublas;
    private readonly MathMode math;
    private readonly ProductMatrices[] calls;

    private VendorProduct(Cublas cublas, MathMode math, ProductMatrices[] calls)
    {
        this.cublas = cublas;
        this.math = math;
        this.calls = calls;
    }

    public string Choice => ChoiceName;

    /// <summary>Whether the products of a convolution are ones that cuBLAS can do where the maps lie.</summary>
    public static bool Takes(Convolution convolution, DeviceMap input, DeviceMap output) =>
        IsProduct(convolution) && input.IsContiguous && output.IsContiguous;

    /// <summary>Whether the convolution is a product of matrices as it stands: 1x1, every pixel, no padding.</summary>
    public static bool IsProduct(Convolution convolution) =>
        convolution.KernelSize == 1 && convolution.Window.Stride == 1 && convolution.Window.Padding == Padding.None
        && convolution.Kind != ConvolutionKind.Depthwise;

    /// <param name="weights">outputs x inputs of a group, by groups.</param>
    public static VendorProduct Create(
        Cublas cublas, Convolution convolution, ArrayView<float> weights, DeviceMap input, DeviceMap output, int batch, MathMode math) =>
        new(cublas, math, ProductMatrices.Of(
            new PlaneMatrices(Address(input.Buffer), input.FirstPlane, input.PlanesPerImage, input.PlaneFloats),
            new PlaneMatrices(Address(output.Buffer), output.FirstPlane, output.PlanesPerImage, output.PlaneFloats),
            Address(weights), output.Height * output.Width, convolution.InputChannels, convolution.OutputChannels, convolution.Groups, batch));

    public void Launch(AcceleratorStream stream)
    {
        const float one = 1, nothing = 0;
        nint handle = cublas.On((CudaStream)stream, math);
        foreach (ProductMatrices call in calls)
        {
            CublasLibrary.Check(
                CublasLibrary.Multiply(
                    handle, CublasLibrary.AsItIs, CublasLibrary.AsItIs, call.Pixels, call.Outputs, call.Inputs,
                    one, call.Input, call.InputPlaneFloats, call.InputStride, call.Weights, call.Inputs, call.WeightStride,
                    nothing, call.Output, call.OutputPlaneFloats, call.OutputStride, call.Count),
                "cublasSgemmStridedBatched");
        }
    }

    private static nint Address(ArrayView<float> view) => view.LoadEffectiveAddressAsPtr();
}
