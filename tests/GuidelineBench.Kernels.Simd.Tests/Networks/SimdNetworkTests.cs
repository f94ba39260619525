using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;

namespace GuidelineBench.Kernels.Simd.Tests.Networks;

public sealed class SimdNetworkTests : NetworkTests
{
    protected override IBackend CreateBackend(IBufferAllocator allocator) => new SimdBackend(allocator);
}
