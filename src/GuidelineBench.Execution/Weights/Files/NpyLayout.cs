namespace GuidelineBench.Execution.Weights.Files;

/// <summary>How a .npy file has its numbers.</summary>
/// <param name="IsBigEndian">Whether a number's highest byte comes first.</param>
/// <param name="IsFortranOrder">Whether the first dimension varies fastest.</param>
internal sealed record NpyLayout(TensorShape Shape, bool IsBigEndian, bool IsFortranOrder);
