namespace GuidelineBench.Core.Layers;

/// <summary>The shape of one image's feature map: channels x height x width.</summary>
public readonly record struct MapShape(int Channels, int Height, int Width)
{
    /// <summary>Spatial positions, h * w.</summary>
    public int Pixels => Height * Width;

    /// <summary>Elements of one image, c * h * w.</summary>
    public long Elements => (long)Channels * Pixels;

    /// <summary>The same map with another number of channels.</summary>
    public MapShape WithChannels(int channels) => this with { Channels = channels };

    public override string ToString() => FormattableString.Invariant($"{Channels}x{Height}x{Width}");
}
