namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>How a file of weights names the tensors of a network.</summary>
/// <param name="Naming">The convention.</param>
/// <param name="Prefix">What stands before all names, with the dot at its end; empty where nothing does.</param>
/// <param name="Layers">The tensors that the network has, as the file names them.</param>
internal sealed record FileNaming(ITensorNaming Naming, string Prefix, IReadOnlyList<LayerTensors> Layers);
