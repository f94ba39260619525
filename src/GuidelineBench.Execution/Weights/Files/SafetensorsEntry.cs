namespace GuidelineBench.Execution.Weights.Files;

/// <summary>A tensor as a safetensors header describes it.</summary>
/// <param name="TypeName">F32, F16, I64...</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">The byte behind the last.</param>
public sealed record SafetensorsEntry(string Name, string TypeName, TensorShape Shape, long Begin, long End);
