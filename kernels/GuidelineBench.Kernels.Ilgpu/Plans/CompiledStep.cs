using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Ilgpu.Launches;

namespace GuidelineBench.Kernels.Ilgpu.Plans;

/// <summary>A step of a plan with all that is launched for it.</summary>
/// <param name="Operators">In order, one or more; the plan's choice is that of the first.</param>
/// <param name="Bytes">Maps and parameters that one forward pass of the batch reads and writes.</param>
internal sealed record CompiledStep(PlanStep Step, ImmutableArray<IDeviceOperator> Operators, long Bytes);
