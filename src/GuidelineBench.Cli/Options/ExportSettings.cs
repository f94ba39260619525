using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Cli.Options;

/// <summary>What <c>export</c> writes and where.</summary>
/// <param name="Subjects">One or more, a file each.</param>
/// <param name="Weights">A safetensors file; null: random weights by the format's seed.</param>
internal sealed record ExportSettings(ImmutableArray<CellSubject> Subjects, string Folder, string? Weights, OnnxFormat Format);
