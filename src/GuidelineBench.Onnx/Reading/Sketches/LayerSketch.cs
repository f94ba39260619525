using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Onnx.Reading.Sketches;

/// <summary>A layer that a node was understood as, while the graph is not yet known as a whole.</summary>
internal sealed class LayerSketch
{
    /// <summary>Null where only the shape of the result is known.</summary>
    public Layer? Layer { get; set; }

    public required ImmutableArray<int> Inputs { get; set; }

    public required MapShape Output { get; init; }

    /// <summary>Of the published implementation's module; null where the file does not say one.</summary>
    public string? Name { get; init; }

    /// <summary>Of layers with weights. Arrays may be shared with others.</summary>
    public float[] Weights { get; set; } = [];

    public float[] Bias { get; set; } = [];

    /// <summary>Of each channel, for a scale and shift; else null.</summary>
    public (double[] Scale, double[] Shift)? Affine { get; set; }

    /// <summary>Whether a scale and shift may become part of the layer before it.</summary>
    public bool MayFold { get; init; }

    /// <summary>Whether a scale and shift stems from an addition alone.</summary>
    public bool IsShift { get; init; }
}
