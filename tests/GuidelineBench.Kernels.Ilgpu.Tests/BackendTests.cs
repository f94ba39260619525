using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.Ilgpu.Tests;

/// <summary>What holds with and without ILGPU.</summary>
public class BackendTests
{
    [Fact]
    public void Our_kernels_and_the_vendors_are_backends_of_their_own() =>
        Assert.Equal(["ilgpu", "cublas"], IlgpuBackends.All.Select(backend => backend.Name));

    [Fact]
    public void A_backend_has_a_device_or_a_reason() => Assert.All(
        IlgpuBackends.All.Cast<IDeviceBackend>(),
        backend => Assert.True(backend.Unusable is not null || backend.Device is { Description.IsGpu: true }));

    [Fact]
    public void A_reason_is_one_line() => Assert.All(
        IlgpuBackends.All.Select(backend => backend.Unusable).OfType<string>(),
        reason => Assert.DoesNotContain('\n', reason));
}
