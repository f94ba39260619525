using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>One operator of a network, without its weights and without its place in the graph.</summary>
public abstract record Layer
{
    /// <summary>The shape that this layer makes of its inputs.</summary>
    /// <exception cref="ArgumentException">The inputs do not fit the layer; the message says which and why.</exception>
    public abstract MapShape OutputShape(ImmutableArray<MapShape> inputs);

    /// <summary>A short canonical text: equal for equal layers, used in checksums and listings.</summary>
    public abstract string Signature { get; }

    private protected static MapShape Single(ImmutableArray<MapShape> inputs, string layer) =>
        inputs.Length == 1
            ? inputs[0]
            : throw new ArgumentException($"{layer} takes one input, not {inputs.Length}.", nameof(inputs));
}

/// <summary>The network's input map. The controlled experiments start at 56x56; they have no stem.</summary>
public sealed record Input(MapShape Shape) : Layer
{
    public override string Signature => $"input {Shape}";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs) =>
        inputs.IsEmpty ? Shape : throw new ArgumentException("The input takes no input.", nameof(inputs));
}

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
