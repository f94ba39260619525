using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Onnx.Reading.Sketches;

/// <summary>The map that a value's elements are taken from: a layer's, or some of its channels, which become a layer when something reads them as they are.</summary>
internal sealed class Origin(NetworkSketch sketch, int layer, ImmutableArray<int>? channels = null)
{
    private int? selected;

    public MapShape Shape { get; } = channels is { } chosen ? sketch[layer].Output.WithChannels(chosen.Length) : sketch[layer].Output;

    /// <summary>Whether its channels stand at one distance from each other.</summary>
    public bool IsRun => channels is null || Step(channels.Value) is not null;

    /// <summary>The layer whose map it is.</summary>
    public int Emit() => channels is { } chosen ? selected ??= sketch.Add(Selection(sketch[layer].Output.Channels, chosen), layer) : layer;

    /// <summary>
    /// A choice of its channels. A reordering that is not a layer yet becomes one with the choice where both together are a
    /// plain run of channels: exporters write every second channel as a reordering and two halves.
    /// </summary>
    public Origin Choose(ImmutableArray<int> choice)
    {
        if (IsAll(choice, Shape.Channels))
            return this;
        if (channels is { } own && selected is null && Step(own) is null)
        {
            ImmutableArray<int> together = [.. choice.Select(channel => own[channel])];
            if (IsAll(together, sketch[layer].Output.Channels))
                return new Origin(sketch, layer);
            if (Step(together) is not null)
                return new Origin(sketch, layer, together);
        }

        return new Origin(sketch, Emit(), choice);
    }

    public static ChannelSelection Selection(int all, ImmutableArray<int> channels)
    {
        if (Step(channels) is { } step)
        {
            if (step == 1)
                return ChannelSelection.Slice(all, channels[0], channels.Length);
            var every = ChannelSelection.Every(all, step, channels[0]);
            return every.Channels.SequenceEqual(channels) ? every : ChannelSelection.Gather(all, channels);
        }

        if (channels.Length == all && channels[0] == 0 && channels[1] > 0 && all % channels[1] == 0 && ChannelSelection.Shuffle(all, all / channels[1]) is var shuffle
            && shuffle.Channels.SequenceEqual(channels))
            return shuffle;
        return ChannelSelection.Gather(all, channels);
    }

    private static bool IsAll(ImmutableArray<int> channels, int all) => channels.Length == all && Step(channels) == 1;

    /// <returns>The distance of neighbours, where it is one for all and positive.</returns>
    private static int? Step(ImmutableArray<int> channels)
    {
        int step = channels.Length == 1 ? 1 : channels[1] - channels[0];
        for (int i = 1; i < channels.Length; i++)
            if (channels[i] - channels[i - 1] != step)
                return null;
        return step > 0 ? step : null;
    }
}
