using GuidelineBench.Kernels.Ilgpu.Tests.Devices;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Operators;

public sealed class IlgpuCpuOperatorTests : IlgpuOperatorTests<SmallCpuTestDevice>;
