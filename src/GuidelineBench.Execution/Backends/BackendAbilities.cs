using System.Collections.Immutable;

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
    /// <summary>Of kernels for the processor.</summary>
    public static BackendAbilities OfProcessor { get; } = new(ExecutionOrders.All, [], [MathMode.Fp32], HasThreads: true);
}
