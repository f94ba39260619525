using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd;

namespace GuidelineBench.Cli.Backends;

/// <summary>All backends. A new one is one project and one entry here; the first is the default.</summary>
internal static class BackendCatalogue
{
    public static ImmutableArray<IBackend> All { get; } = [new SimdBackend()];
}
