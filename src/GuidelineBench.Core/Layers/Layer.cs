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
