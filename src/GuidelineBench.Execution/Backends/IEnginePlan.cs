using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Execution.Backends;

/// <summary>A plan of an engine: its steps cannot be seen from outside, so its layers are verified one by one as graphs of their own.</summary>
public interface IEnginePlan : IPlan
{
    /// <summary>Another graph by the same engine under the same options.</summary>
    /// <exception cref="PlanException">It does not take the graph.</exception>
    IPlan Alone(Graph graph, NetworkParameters parameters);

    /// <summary>What the engine made of the graph, and what that takes, from sessions beside the one that is timed.</summary>
    /// <param name="time">For passes by which its operators are timed.</param>
    /// <param name="folder">Where it may write about itself; nothing stays there.</param>
    /// <exception cref="PlanException">It does not say.</exception>
    EngineRun Describe(TimeSpan time, string folder);
}
