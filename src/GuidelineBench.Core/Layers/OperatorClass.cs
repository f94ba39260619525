namespace GuidelineBench.Core.Layers;

/// <summary>The classes into which the paper's Fig. 2 splits a network's run time.</summary>
public enum OperatorClass
{
    /// <summary>Convolutions with what is fused into them.</summary>
    Convolution,

    /// <summary>Input, output and copies: what only moves data.</summary>
    Data,

    /// <summary>Activations, sums, scalings and batch norms that are launched on their own.</summary>
    Elementwise,

    /// <summary>Channel split, shuffle and concatenation where they are launched on their own.</summary>
    Shuffle,

    /// <summary>Pooling, fully connected layers and normalisation across channels.</summary>
    Other,
}
