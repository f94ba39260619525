using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GuidelineBench.Benchmarks.CommandLine;
using GuidelineBench.Benchmarks.Tests.Rounds;

namespace GuidelineBench.Benchmarks.Tests.CommandLine;

/// <summary>BenchmarkDotNet's command line where masks of 1024 processors are refused.</summary>
public sealed class BenchOnLargeMachineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ABenchmarkIsMeasuredAndSummedUp() => ShortMasksRefused.While(() =>
        Assert.True(Assert.Single(Measured("--job", "dry").Reports).Success));

    /// <summary>The affinity cannot be set there: the benchmark fails, the others go on.</summary>
    [Fact]
    public void AnAffinityThatIsAskedForFailsTheBenchmark() => ShortMasksRefused.While(() =>
        Assert.False(Assert.Single(Measured("--job", "dry", "--affinity", "1").Reports).Success));

    private Summary Measured(params string[] args) => Assert.Single(
        BenchmarkSwitcher.FromTypes([typeof(Nothing)]).Run(
            [.. args, "--filter", "*"], ManualConfig.Create(CommandLineConfig.Create(args)).WithArtifactsPath(folder.Path)));

    public class Nothing
    {
        [Benchmark]
        public void Do()
        {
        }
    }
}
