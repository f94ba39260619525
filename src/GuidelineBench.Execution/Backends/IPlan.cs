using System.Collections.Immutable;
using GuidelineBench.Core.Files;
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

/// <summary>A plan on a device with a clock of its own.</summary>
public interface IDevicePlan : IPlan
{
    /// <summary>One forward pass as <see cref="IPlan.Run"/>, timed by the device: from before its first operator to after its last.</summary>
    /// <returns>Nanoseconds; null where the device has no clock.</returns>
    double? RunOnDeviceClock();
}

/// <summary>A plan cannot be compiled; the message is one line for the user.</summary>
public sealed class PlanException(string message) : Exception(LineText.Of(message));
