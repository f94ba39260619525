using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.OnnxRuntime.Engine;

namespace GuidelineBench.Kernels.OnnxRuntime.Tests.Engine;

/// <summary>What is refused before anything is measured, and what the library is told before it starts.</summary>
public class LibraryTests
{
    [Fact]
    public void Usage_is_not_reported_to_the_maker()
    {
        Assert.Null(new OnnxRuntimeBackend(EngineChoice.Default).Unusable);

        Assert.Equal("1", Telemetry.Native());
        Assert.Equal("1", Environment.GetEnvironmentVariable(Telemetry.Variable));
    }

    [Fact]
    public void A_provider_that_the_library_has_not_is_refused_with_those_that_it_has()
    {
        var backend = new OnnxRuntimeBackend(EngineChoice.Default with { Provider = "CUDA" });

        Assert.Matches("^ONNX Runtime [0-9.]+ has no execution provider CUDA; it has .*CPU", backend.Unusable);
    }

    [Fact]
    public void An_unknown_provider_is_refused_with_the_known_ones() => Assert.Equal(
        $"unknown execution provider 'GPU'; allowed: {Provider.Names}",
        Assert.Throws<PlanException>(() => new OnnxRuntimeBackend(EngineChoice.Default with { Provider = "GPU" })).Message);

    [Fact]
    public void Another_library_is_refused_once_one_is_loaded()
    {
        Assert.Null(new OnnxRuntimeBackend(EngineChoice.Default).Unusable);

        Assert.Contains("another file", new OnnxRuntimeBackend(new EngineChoice("/nowhere/libonnxruntime.so", null)).Unusable, StringComparison.Ordinal);
    }
}
