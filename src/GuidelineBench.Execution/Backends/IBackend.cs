using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Execution.Backends;

/// <summary>A set of kernels on one kind of device that can run any graph of the catalogue.</summary>
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

    /// <summary>Compiles a plan: chooses kernels, packs the weights, and allocates all that a run needs.</summary>
    /// <exception cref="PlanException">The graph or the options cannot be run here; the message is one line.</exception>
    IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options);

    /// <summary>
    /// What is worth trying for this graph, the backend's own choice first. An operator may take its choice from any
    /// candidate that has the same layout (the part before the colon).
    /// </summary>
    /// <exception cref="PlanException">The graph or the options cannot be run here; the message is one line.</exception>
    ImmutableArray<PlanChoices> Candidates(Graph graph, PlanOptions options);

    /// <summary>Work that shows the device's limits at that thread count.</summary>
    ICeilingWork CreateCeilingWork(int threads, CoreSet cores);
}
