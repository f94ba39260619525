using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;

namespace GuidelineBench.Kernels.Simd.Tests.Operators;

public sealed class SimdOperatorTests : OperatorTests
{
    protected override IBackend CreateBackend(IBufferAllocator allocator) => new SimdBackend(allocator);
}
