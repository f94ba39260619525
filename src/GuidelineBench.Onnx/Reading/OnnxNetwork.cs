using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Onnx.Reading;

/// <summary>A network that was read from a file, with the file's weights.</summary>
public sealed record OnnxNetwork(Graph Graph, NetworkParameters Parameters, OnnxSource Source);

/// <summary>What a file says of itself, and what was done with it.</summary>
/// <param name="Opset">Version of its operators.</param>
/// <param name="Producer">The program that wrote it, with its version; empty where it does not say.</param>
/// <param name="Checksum">SHA-256 of its bytes in hexadecimal digits, without those of other files that it names.</param>
/// <param name="Notices">What was left out or converted, a sentence each without its full stop.</param>
public sealed record OnnxSource(int Opset, string Producer, string Checksum, ImmutableArray<string> Notices);

/// <summary>What a file leaves open.</summary>
/// <param name="Size">Of its images; null: as the file says.</param>
/// <param name="Output">Which of its outputs; null: the first.</param>
public sealed record OnnxChoices((int Height, int Width)? Size = null, string? Output = null);
