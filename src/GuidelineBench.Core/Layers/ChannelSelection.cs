using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Core.Layers;

/// <summary>
/// Channels of a map in a new order, any of them left out or taken several times: <c>out[i] = in[Channels[i]]</c>.
/// Split, shuffle and gather are all of this form, and none has to move data: who reads the result can read the map.
/// </summary>
public sealed record ChannelSelection : Layer
{
    private ChannelSelection(string name, int inputChannels, ImmutableArray<int> channels)
    {
        Name = name;
        InputChannels = inputChannels;
        Channels = channels;
    }

    /// <summary><c>slice</c>, <c>shuffle</c>, <c>every</c> or <c>gather</c> with its numbers.</summary>
    public string Name { get; }

    public int InputChannels { get; }

    public ImmutableArray<int> Channels { get; }

    public override string Signature => FormattableString.Invariant($"{Name} {InputChannels}->{Channels.Length}");

    /// <summary>A run of channels, as of a channel split.</summary>
    public static ChannelSelection Slice(int inputChannels, int first, int count) =>
        Create(FormattableString.Invariant($"slice[{first}]"), inputChannels, Enumerable.Range(first, count));

    /// <summary>Every <paramref name="step"/>-th channel from <paramref name="first"/> on.</summary>
    public static ChannelSelection Every(int inputChannels, int step, int first) => Create(
        FormattableString.Invariant($"every[{step},{first}]"), inputChannels,
        Enumerable.Range(0, (inputChannels - first + step - 1) / step).Select(i => first + i * step));

    /// <summary>Channel shuffle: view as groups x n, transpose: <c>out[j g + i] = in[i n + j]</c>.</summary>
    /// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
    public static ChannelSelection Shuffle(int channels, int groups)
    {
        if (groups < 1 || channels % groups != 0)
            throw new ArgumentException(FormattableString.Invariant($"{groups} groups must divide {channels} channels to be shuffled."));
        int perGroup = channels / groups;
        return Create(
            FormattableString.Invariant($"shuffle[{groups}]"), channels,
            Enumerable.Range(0, channels).Select(o => o % groups * perGroup + o / groups));
    }

    /// <summary>Any channels, as by CondenseNet's index tables.</summary>
    public static ChannelSelection Gather(int inputChannels, IEnumerable<int> channels)
    {
        ImmutableArray<int> all = [.. channels];
        return Create("gather[" + string.Join(',', all.Select(channel => channel.ToString(CultureInfo.InvariantCulture))) + "]", inputChannels, all);
    }

    public bool Equals(ChannelSelection? other) =>
        other is not null && InputChannels == other.InputChannels && Name == other.Name && Channels.SequenceEqual(other.Channels);

    public override int GetHashCode() => HashCode.Combine(Name, InputChannels, Channels.Length);

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs)
    {
        MapShape input = Single(inputs, Signature);
        return input.Channels == InputChannels
            ? input.WithChannels(Channels.Length)
            : throw new ArgumentException(FormattableString.Invariant(
                $"{Name} takes {InputChannels} channels, not {input.Channels}."), nameof(inputs));
    }

    private static ChannelSelection Create(string name, int inputChannels, IEnumerable<int> channels)
    {
        ImmutableArray<int> selected = [.. channels];
        return selected.Length > 0 && selected.All(channel => channel >= 0 && channel < inputChannels)
            ? new ChannelSelection(name, inputChannels, selected)
            : throw new ArgumentException(FormattableString.Invariant($"{name} has to take channels of 0 to {inputChannels - 1}, one or more."));
    }
}

/// <summary>The channels of two or more maps of one size, one map behind the other.</summary>
public sealed record Concatenation : Layer
{
    public override string Signature => "concat";

    public override MapShape OutputShape(ImmutableArray<MapShape> inputs)
    {
        if (inputs.Length < 2)
            throw new ArgumentException($"A concatenation takes two or more inputs, not {inputs.Length}.", nameof(inputs));
        MapShape first = inputs[0];
        foreach (MapShape other in inputs)
            if (other.WithChannels(1) != first.WithChannels(1))
                throw new ArgumentException($"A concatenation takes maps of one size, not {first} and {other}.", nameof(inputs));
        return first.WithChannels(inputs.Sum(input => input.Channels));
    }
}
