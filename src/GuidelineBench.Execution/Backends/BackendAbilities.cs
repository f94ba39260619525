using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Execution.Backends;

/// <summary>What a backend knows of the options of a plan.</summary>
/// <param name="Launches">Empty where starting an operator is a call like any other.</param>
/// <param name="HasThreads">Whether it runs on threads of the processor that can be counted and placed.</param>
public sealed record BackendAbilities(
    ImmutableArray<ExecutionOrder> Orders,
    ImmutableArray<LaunchMode> Launches,
    ImmutableArray<MathMode> Maths,
    bool HasThreads)
{
    /// <summary>How far it may change a graph: the usual way first, then the one whose element-wise operators run on their own.</summary>
    public ImmutableArray<string> Variants { get; init; } = [CellAxes.Fused, CellAxes.Unfused];

    /// <summary>Of kernels for the processor.</summary>
    public static BackendAbilities OfProcessor { get; } = new(ExecutionOrders.All, [], [MathMode.Fp32], HasThreads: true);
}
