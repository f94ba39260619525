using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Stages;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>A step of a network's plan with all that it takes to run it.</summary>
/// <param name="Stages">In order; a step whose layout has to be prepared has more than one.</param>
/// <param name="Choices">What was chosen for each operator of the step.</param>
internal sealed record NetworkLaunch(PlanStep Step, ImmutableArray<INetworkStage> Stages, ImmutableArray<string> Choices);
