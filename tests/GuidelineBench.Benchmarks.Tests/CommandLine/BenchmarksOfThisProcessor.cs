using System.Runtime.CompilerServices;
using GuidelineBench.Benchmarks.CommandLine;
using GuidelineBench.Kernels.Simd;

namespace GuidelineBench.Benchmarks.Tests.CommandLine;

/// <summary>Benchmarks that a test lists are those of the processor, as they are without an option.</summary>
internal static class BenchmarksOfThisProcessor
{
    [ModuleInitializer]
    internal static void Choose() => MeasuredMachine.Choose(new SimdBackend(), new Processor());
}
