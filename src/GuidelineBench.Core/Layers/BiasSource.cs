namespace GuidelineBench.Core.Layers;

/// <summary>
/// Where the bias of a layer comes from. Every layer is executed with a bias; the source decides how many parameters
/// the network has and what is looked for in a file of weights.
/// </summary>
public enum BiasSource
{
    /// <summary>A bias of its own: one parameter per output channel.</summary>
    Bias,

    /// <summary>A batch norm behind the layer, folded in: scale and shift, two parameters per output channel.</summary>
    BatchNorm,

    /// <summary>None: the bias is zero.</summary>
    None,
}
