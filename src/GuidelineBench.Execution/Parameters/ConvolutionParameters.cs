namespace GuidelineBench.Execution.Parameters;

/// <summary>The numbers of one convolution.</summary>
/// <param name="Weights">[output channel][input channel of its group][row][column].</param>
/// <param name="Bias">[output channel].</param>
public sealed record ConvolutionParameters(float[] Weights, float[] Bias);
