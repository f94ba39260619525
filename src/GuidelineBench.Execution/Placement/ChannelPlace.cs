using System.Collections.Immutable;

namespace GuidelineBench.Execution.Placement;

/// <summary>Where the channels of a map, or of a view of several maps, lie.</summary>
/// <param name="Buffer">Index of the buffer.</param>
/// <param name="BufferChannels">Places for channels that the buffer has.</param>
/// <param name="Slots">By channel, its place.</param>
public record ChannelPlace(int Buffer, int BufferChannels, ImmutableArray<int> Slots);
