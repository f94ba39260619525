using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Onnx.Reading;

namespace GuidelineBench.Cli.Options;

/// <summary>What <c>forward</c> runs and what it writes.</summary>
/// <param name="Weights">A safetensors file; null: random weights.</param>
/// <param name="Seed">Of random weights and of a random input.</param>
/// <param name="Input">A .npy file; null: one random image of the paper's size.</param>
/// <param name="Output">A .npy file; null: the largest outputs of each image go to stdout.</param>
/// <param name="LayerFolder">Where every layer's map goes; null: nowhere.</param>
/// <param name="SavedWeights">A safetensors file for the weights that were run; null: none.</param>
internal sealed record ForwardSettings(
    NetworkEntry Network,
    string? Weights,
    int Seed,
    string? Input,
    string? Output,
    string? LayerFolder,
    string? SavedWeights,
    IBackend Backend,
    PlanOptions Options)
{
    /// <summary>What the network was read from, with its weights; null for one of the catalogue.</summary>
    public OnnxNetwork? File { get; init; }

    /// <summary>Memory that the process may still use, bytes.</summary>
    public Func<long> FreeMemoryBytes { get; init; } = () => AvailableMemory.BytesOn([Backend]);
}
