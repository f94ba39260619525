using System.Collections.Immutable;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>An operator at its place in a plan.</summary>
internal sealed record OperatorInstance(ITileOperator Operator, ImmutableArray<MapAddress> Inputs, MapAddress Output);
