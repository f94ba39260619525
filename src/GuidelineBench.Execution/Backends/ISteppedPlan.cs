using System.Collections.Immutable;

namespace GuidelineBench.Execution.Backends;

/// <summary>A plan that can be run operator by operator and read from in between: its operators are timed and verified one by one.</summary>
public interface ISteppedPlan : IPlan
{
    /// <summary>In order of execution.</summary>
    ImmutableArray<PlanStep> Steps { get; }

    /// <summary>Runs one step alone; run in order, they make up <see cref="IPlan.Run"/>.</summary>
    void RunStep(int step);

    /// <summary>
    /// Converts a node's output back. Buffers are reused: a node can be read from when the step that writes it has run
    /// until a later step overwrites it. The input and the output of the next step are always readable.
    /// </summary>
    /// <param name="node">Index of the input node or of some step's output.</param>
    /// <param name="nchw">batch x channels x height x width, written in full.</param>
    void Read(int node, Span<float> nchw);

    void IPlan.ReadOutput(Span<float> nchw) => Read(Graph.Output.Index, nchw);
}
