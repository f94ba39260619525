namespace GuidelineBench.Kernels.OnnxRuntime.Tests.Absent;

/// <summary>Stands in for the tests of the engine where it is not built.</summary>
public class EngineTests
{
    [Fact]
    public void The_engine_is_tested_where_it_is_built() => Assert.Skip(OnnxRuntimeBackends.All[0].Unusable!);
}
