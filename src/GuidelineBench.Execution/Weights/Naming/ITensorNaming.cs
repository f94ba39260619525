using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>How a published implementation calls its modules, whose tensors are <c>MODULE.weight</c> and so on.</summary>
internal interface ITensorNaming
{
    /// <summary>For messages.</summary>
    string Name { get; }

    /// <summary>The module of a layer with weights.</summary>
    /// <param name="node">The layer's <see cref="Core.Networks.Node.Name"/>, in torchvision's style.</param>
    /// <returns>Null where this implementation has no such module.</returns>
    string? Module(string node);

    /// <summary>The batch norm behind a layer.</summary>
    /// <param name="node">The layer's <see cref="Core.Networks.Node.Name"/>, in torchvision's style.</param>
    /// <returns>Null where this implementation has no such module.</returns>
    string? BatchNorm(string node);
}

/// <summary>How a file of weights names the tensors of a network.</summary>
/// <param name="Naming">The convention.</param>
/// <param name="Prefix">What stands before all names, with the dot at its end; empty where nothing does.</param>
/// <param name="Layers">The tensors that the network has, as the file names them.</param>
internal sealed record FileNaming(ITensorNaming Naming, string Prefix, IReadOnlyList<LayerTensors> Layers);

/// <summary>A tensor that a network's file of weights has to have.</summary>
internal sealed record ExpectedTensor(string Name, TensorShape Shape);

/// <summary>A convention behind what a wrapper of the network puts before all names, as in <c>module.conv1.0</c>.</summary>
/// <param name="naming">The convention.</param>
/// <param name="prefix">With the dot at its end.</param>
internal sealed class PrefixedNaming(ITensorNaming naming, string prefix) : ITensorNaming
{
    public string Name => naming.Name;

    public string? Module(string node) => naming.Module(node) is { } module ? prefix + module : null;

    public string? BatchNorm(string node) => naming.BatchNorm(node) is { } module ? prefix + module : null;
}
