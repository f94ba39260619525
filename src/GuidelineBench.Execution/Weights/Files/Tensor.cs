namespace GuidelineBench.Execution.Weights.Files;

/// <summary>Numbers with a shape.</summary>
/// <param name="Values">The last dimension varies fastest.</param>
public sealed record Tensor(TensorShape Shape, float[] Values);
