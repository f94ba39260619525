using GuidelineBench.Kernels.Ilgpu.Tests.Devices;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Networks;

public sealed class IlgpuCpuNetworkTests : IlgpuNetworkTests<SmallCpuTestDevice>;
