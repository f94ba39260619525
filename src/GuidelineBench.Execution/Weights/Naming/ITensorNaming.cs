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
