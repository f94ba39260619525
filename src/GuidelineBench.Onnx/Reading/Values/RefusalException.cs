using GuidelineBench.Core.Layers;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>A node is not understood; the message says why, as a part of a line.</summary>
internal sealed class RefusalException(string reason) : Exception(reason)
{
    /// <summary>What the node would give where that is known: what stands behind it can still be looked at.</summary>
    public MapShape? Output { get; init; }
}
