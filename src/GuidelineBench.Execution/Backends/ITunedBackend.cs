using System.Collections.Immutable;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Backends;

/// <summary>A backend that leaves the choice of layouts and tiles to measurement. Its plans are <see cref="ISteppedPlan"/>s.</summary>
public interface ITunedBackend : IBackend
{
    /// <summary>
    /// What is worth trying for this graph, the backend's own choice first. An operator may take its choice from any
    /// candidate that has the same layout (the part before the colon).
    /// </summary>
    /// <exception cref="PlanException">The graph or the options cannot be run here; the message is one line.</exception>
    ImmutableArray<PlanChoices> Candidates(Graph graph, PlanOptions options);
}
