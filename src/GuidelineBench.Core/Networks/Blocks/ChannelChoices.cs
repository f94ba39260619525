namespace GuidelineBench.Core.Networks.Blocks;

/// <summary>Random choices of channels, the same in every run: they stand for tables that training would have left.</summary>
internal sealed class ChannelChoices
{
    // A seeded System.Random gives the same numbers in all versions of .NET.
    private readonly Random random = new(74);

    /// <summary><paramref name="count"/> different channels of a map, in ascending order.</summary>
    public int[] Next(int channels, int count)
    {
        int[] all = [.. Enumerable.Range(0, channels)];
        random.Shuffle(all);
        return [.. all.Take(count).Order()];
    }
}
