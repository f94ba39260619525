using BenchmarkDotNet.Attributes;
using GuidelineBench.Benchmarks.Cells;

namespace GuidelineBench.Benchmarks.Jobs;

/// <summary>The one benchmark of a run: a forward pass of the cell that it is given.</summary>
public class ForwardBenchmark
{
    public required MeasuredCell Cell { get; set; }

    /// <summary>Called on the thread that runs the iterations; every case has a new one.</summary>
    [GlobalSetup]
    public void Open() => Cell.Open();

    [Benchmark]
    public void Forward() => Cell.Run();

    [GlobalCleanup]
    public void Close() => Cell.Close();
}
