using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Execution.Backends;

/// <summary>Kernels or an engine: it compiles graphs and runs them, on the processor where it is no <see cref="IDeviceBackend"/>.</summary>
public interface IBackend
{
    /// <summary>As in <c>--backend</c> and in result files.</summary>
    string Name { get; }

    /// <summary>Instruction set and vector width, or the device's architecture, for a reader.</summary>
    string Isa { get; }

    /// <summary>Why it cannot be used on this machine, in one line; null when it can.</summary>
    string? Unusable { get; }

    /// <summary>What of a plan's options it knows; others are refused before anything is compiled.</summary>
    BackendAbilities Abilities => BackendAbilities.OfProcessor;

    /// <summary>Compiles a plan: chooses kernels, packs the weights, and allocates all that a run needs. One that can say more of itself is an <see cref="ISteppedPlan"/>.</summary>
    /// <exception cref="PlanException">The graph or the options cannot be run here; the message is one line.</exception>
    IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options);
}
