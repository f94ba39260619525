using System.Collections.Immutable;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Backends;

/// <summary>A compiled graph with its weights packed and its buffers allocated. Not safe for concurrent use.</summary>
public interface IPlan : IDisposable
{
    /// <summary>
    /// The graph as it is computed: of the same indices and the same output as the one that was compiled, activations moved where
    /// <see cref="Fusion.FusionPass.Prepared"/> moves them.
    /// </summary>
    Graph Graph { get; }

    PlanOptions Options { get; }

    /// <summary>Layouts and tiles that were chosen for each operator.</summary>
    PlanChoices Choices { get; }

    /// <summary>In order of execution.</summary>
    ImmutableArray<PlanStep> Steps { get; }

    /// <summary>Bytes that one forward pass of the batch reads and writes, element-wise operators and weights included.</summary>
    long Bytes { get; }

    /// <summary>Converts the input to the plan's own layout. Not part of a forward pass.</summary>
    /// <param name="nchw">batch x channels x height x width.</param>
    void WriteInput(ReadOnlySpan<float> nchw);

    /// <summary>One forward pass of the batch; allocates nothing.</summary>
    void Run();

    /// <summary>Runs one step alone; run in order, they make up <see cref="Run"/>.</summary>
    void RunStep(int step);

    /// <summary>
    /// Converts a node's output back. Buffers are reused: a node can be read from when the step that writes it has run
    /// until a later step overwrites it. The input and the output of the next step are always readable.
    /// </summary>
    /// <param name="node">Index of the input node or of some step's output.</param>
    /// <param name="nchw">batch x channels x height x width, written in full.</param>
    void Read(int node, Span<float> nchw);
}
