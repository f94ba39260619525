using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>
/// A convolution with bias (batch norm folded in) over a zero-padded map.
/// Weights are [output channel][input channel of its group][row][column].
/// </summary>
public sealed record Convolution : WeightedLayer
{
    /// <summary>A convolution with stride 1 whose zero padding keeps the map's size.</summary>
    /// <param name="inputChannels">c1, a multiple of <paramref name="groups"/>.</param>
    /// <param name="outputChannels">c2, a multiple of <paramref name="groups"/>.</param>
    /// <param name="kernelSize">k, odd; 1 for a pointwise convolution.</param>
    /// <param name="groups">g; output channel o reads only the c1 / g input channels of its own group.</param>
    /// <exception cref="ArgumentException">A number is not positive, k is even, or g does not divide c1 and c2.</exception>
    public Convolution(int inputChannels, int outputChannels, int kernelSize = 1, int groups = 1)
        : this(inputChannels, outputChannels, Centered(kernelSize), groups, BiasSource.Bias)
    {
    }

    /// <param name="inputChannels">c1, a multiple of <paramref name="groups"/>.</param>
    /// <param name="outputChannels">c2, a multiple of <paramref name="groups"/>.</param>
    /// <param name="window">Kernel size, stride and padding.</param>
    /// <param name="groups">g; output channel o reads only the c1 / g input channels of its own group.</param>
    /// <exception cref="ArgumentException">A number is not positive, or g does not divide c1 and c2.</exception>
    public Convolution(int inputChannels, int outputChannels, Window window, int groups, BiasSource biasSource)
        : base(biasSource)
    {
        if (inputChannels < 1 || outputChannels < 1 || groups < 1)
            throw new ArgumentException(FormattableString.Invariant(
                $"A convolution needs positive channels and groups, not {inputChannels} -> {outputChannels}, g={groups}."));
        if (inputChannels % groups != 0 || outputChannels % groups != 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"g={groups} must divide both channel counts, {inputChannels} -> {outputChannels}."));
        InputChannels = inputChannels;
        OutputChannels = outputChannels;
        Window = window;
        Groups = groups;
    }

    /// <summary>c1.</summary>
    public int InputChannels { get; }

    /// <summary>c2.</summary>
    public override int OutputChannels { get; }

    public Window Window { get; }

    /// <summary>k.</summary>
    public int KernelSize => Window.KernelSize;

    /// <summary>g.</summary>
    public int Groups { get; }

    public int InputChannelsPerGroup => InputChannels / Groups;

    public int OutputChannelsPerGroup => OutputChannels / Groups;

    /// <summary>Weights without biases: c1 * c2 * k * k / g.</summary>
    public override long WeightCount => (long)InputChannelsPerGroup * OutputChannels * KernelSize * KernelSize;

    /// <summary>Weights of one output channel: c1 * k * k / g, the length of its sum.</summary>
    public override int FanIn => InputChannelsPerGroup * KernelSize * KernelSize;

    public ConvolutionKind Kind => (KernelSize, Groups) switch
    {
        (1, 1) => ConvolutionKind.Pointwise,
        (1, _) => ConvolutionKind.GroupedPointwise,
        (_, 1) => ConvolutionKind.Dense,
        _ when InputChannelsPerGroup == 1 && OutputChannelsPerGroup == 1 => ConvolutionKind.Depthwise,
        _ => ConvolutionKind.Grouped,
    };

    public override string Signature =>
        FormattableString.Invariant($"conv{Window.Signature} {InputChannels}->{OutputChannels} g={Groups}");

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs)
    {
        MapShape input = Single(inputs, Signature);
        return input.Channels == InputChannels
            ? Window.OutputShape(input).WithChannels(OutputChannels)
            : throw new ArgumentException(FormattableString.Invariant(
                $"{Signature} takes {InputChannels} channels, not {input.Channels}."), nameof(inputs));
    }

    private static Window Centered(int kernelSize) => kernelSize > 0 && kernelSize % 2 == 1
        ? new Window(kernelSize, 1, Padding.Around(kernelSize / 2))
        : throw new ArgumentException(FormattableString.Invariant($"A convolution's kernel size is odd, not {kernelSize}."));
}

/// <summary>The kinds of convolution that kernels are written for.</summary>
public enum ConvolutionKind
{
    /// <summary>1x1, one group.</summary>
    Pointwise,

    /// <summary>1x1, several groups.</summary>
    GroupedPointwise,

    /// <summary>k x k, one group.</summary>
    Dense,

    /// <summary>k x k, several groups of more than one channel each.</summary>
    Grouped,

    /// <summary>k x k, one channel in and one out per group.</summary>
    Depthwise,
}
