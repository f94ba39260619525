using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Engines;

/// <summary>The rule of the layout, by which what an engine did is explained; what it did is read from its graph.</summary>
/// <param name="Reason">Of the plain convolutions that have one.</param>
/// <param name="Channels">That are no multiple of 4, or no whole blocks: of the first such convolution.</param>
/// <param name="Groups">Of that convolution.</param>
public sealed record LayoutRule(LayoutReason Reason, int Channels, int Groups)
{
    /// <summary>What the layout asks of the channels of a convolution with one group.</summary>
    public const int ChannelMultiple = 4;

    /// <param name="block">Channels of a block.</param>
    /// <returns>Null where the rule does not give the number of plain convolutions that ran, so explains nothing, or where none did.</returns>
    public static LayoutRule? Of(Graph graph, EngineRun run, int block)
    {
        LayoutRule[] plain = [.. graph.Convolutions.Select(layer => Of(layer.Convolution, block)).OfType<LayoutRule>()];
        return plain.Length > 0 && plain.Length == run.PlainConvolutions ? plain[0] : null;
    }

    private static LayoutRule? Of(Convolution convolution, int block)
    {
        if (convolution.Groups == 1)
        {
            // A map of fewer channels than a block is read as it is, as an image is.
            bool isRead = convolution.InputChannels < block || convolution.InputChannels % ChannelMultiple == 0;
            return isRead ? null : new LayoutRule(LayoutReason.InputChannels, convolution.InputChannels, 1);
        }

        if (convolution is { InputChannelsPerGroup: 1, OutputChannelsPerGroup: 1 })
            return convolution.OutputChannels % ChannelMultiple == 0 ? null : new LayoutRule(LayoutReason.InputChannels, convolution.OutputChannels, convolution.Groups);
        int partial = convolution.InputChannelsPerGroup % block != 0 ? convolution.InputChannelsPerGroup : convolution.OutputChannelsPerGroup;
        return partial % block == 0 ? null : new LayoutRule(LayoutReason.GroupChannels, partial, convolution.Groups);
    }
}

/// <summary>Why a convolution stays out of ONNX Runtime's layout in blocks of channels (its NchwcTransformer).</summary>
public enum LayoutReason
{
    /// <summary>One group: its input channels are no multiple of 4.</summary>
    InputChannels,

    /// <summary>Groups: their input or output channels are no whole blocks.</summary>
    GroupChannels,
}
