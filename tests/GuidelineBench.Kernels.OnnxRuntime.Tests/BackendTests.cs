using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.OnnxRuntime.Tests;

/// <summary>What holds with and without the package.</summary>
public class BackendTests
{
    [Fact]
    public void The_engine_is_one_backend() => Assert.Equal(["onnxruntime"], OnnxRuntimeBackends.All.Select(backend => backend.Name));

    [Fact]
    public void A_reason_is_one_line() => Assert.All(
        OnnxRuntimeBackends.All.Select(backend => backend.Unusable).OfType<string>(),
        reason => Assert.DoesNotContain('\n', reason));

    [Fact]
    public void Its_usual_variant_is_the_first_of_its_own() =>
        Assert.All(OnnxRuntimeBackends.All, backend => Assert.Equal(EngineVariants.All, backend.Abilities.Variants));
}
