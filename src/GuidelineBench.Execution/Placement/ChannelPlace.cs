using System.Collections.Immutable;

namespace GuidelineBench.Execution.Placement;

/// <summary>Where the channels of a map, or of a view of several maps, lie.</summary>
/// <param name="Buffer">Index of the buffer.</param>
/// <param name="BufferChannels">Places for channels that the buffer has.</param>
/// <param name="Slots">By channel, its place.</param>
public record ChannelPlace(int Buffer, int BufferChannels, ImmutableArray<int> Slots);

/// <summary>Gives channels places in memory that grows as it must and is used again where channels are no longer needed.</summary>
public sealed class ChannelSlots
{
    private readonly List<bool> taken = [];

    /// <summary>Slots that were ever needed at once.</summary>
    public int Count => taken.Count;

    public void Free(int slot) => taken[slot] = false;

    /// <returns>
    /// One slot for each channel: the first run of free ones that is long enough; else free ones wherever they are, if
    /// there are enough; else new ones in one run.
    /// </returns>
    public ImmutableArray<int> Take(int channels)
    {
        int[] free = [.. Enumerable.Range(0, taken.Count).Where(slot => !taken[slot])];
        int[] run = [.. FirstRun(free, channels)];
        int[] chosen = run.Length == channels ? run
            : free.Length >= channels ? free[..channels]
            : [.. Enumerable.Range(taken.Count, channels)];
        foreach (int slot in chosen)
        {
            if (slot == taken.Count)
                taken.Add(true);
            taken[slot] = true;
        }

        return [.. chosen];
    }

    private static IEnumerable<int> FirstRun(int[] free, int channels)
    {
        for (int first = 0; first + channels <= free.Length; first++)
        {
            if (free[first + channels - 1] == free[first] + channels - 1)
                return Enumerable.Range(free[first], channels);
        }

        return [];
    }
}
