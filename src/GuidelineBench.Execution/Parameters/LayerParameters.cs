namespace GuidelineBench.Execution.Parameters;

/// <summary>The numbers of one layer with weights.</summary>
/// <param name="Weights">In the order that the layer says: for a convolution [output channel][input channel of its group][row][column].</param>
/// <param name="Bias">[output channel].</param>
public sealed record LayerParameters(float[] Weights, float[] Bias);
