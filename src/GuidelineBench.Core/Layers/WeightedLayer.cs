namespace GuidelineBench.Core.Layers;

/// <summary>A layer with weights and one bias per output channel.</summary>
public abstract record WeightedLayer : Layer
{
    private protected WeightedLayer(BiasSource biasSource) => BiasSource = biasSource;

    public BiasSource BiasSource { get; }

    /// <summary>Channels of the result, and the length of the bias.</summary>
    public abstract int OutputChannels { get; }

    /// <summary>Weights without biases.</summary>
    public abstract long WeightCount { get; }

    /// <summary>Weights of one output channel, the length of its sum.</summary>
    public abstract int FanIn { get; }

    /// <summary>Trainable parameters: weights, biases, and scale and shift of a batch norm.</summary>
    public virtual long ParameterCount => WeightCount + BiasSource switch
    {
        BiasSource.Bias => OutputChannels,
        BiasSource.BatchNorm => 2L * OutputChannels,
        _ => 0,
    };
}
