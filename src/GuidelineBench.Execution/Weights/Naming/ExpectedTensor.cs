using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>A tensor that a network's file of weights has to have.</summary>
internal sealed record ExpectedTensor(string Name, TensorShape Shape);
