using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>A compiled product kernel.</summary>
internal delegate void ProductLauncher(
    AcceleratorStream stream,
    KernelConfig config,
    ProductShape shape,
    ArrayView<Float4> weights,
    ProductInput input,
    ProductOutput output);
