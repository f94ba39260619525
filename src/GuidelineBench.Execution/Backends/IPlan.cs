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

    /// <summary>Layouts and tiles that were chosen for each operator; null where the backend does not say.</summary>
    PlanChoices? Choices { get; }

    /// <summary>Bytes that one forward pass of the batch reads and writes, element-wise operators and weights included; null where nobody knows.</summary>
    long? Bytes { get; }

    /// <summary>Converts the input to the plan's own layout. Not part of a forward pass.</summary>
    /// <param name="nchw">batch x channels x height x width.</param>
    void WriteInput(ReadOnlySpan<float> nchw);

    /// <summary>One forward pass of the batch; allocates nothing.</summary>
    void Run();

    /// <summary>Converts the graph's output back, after a forward pass.</summary>
    /// <param name="nchw">batch x channels x height x width, written in full.</param>
    void ReadOutput(Span<float> nchw);
}
