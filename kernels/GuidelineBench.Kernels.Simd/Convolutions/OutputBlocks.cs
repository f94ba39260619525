using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>How the output channels of one group are cut into blocks that fit the registers, in order.</summary>
/// <param name="Runs">Consecutive blocks of one size.</param>
internal sealed record OutputBlocks(ImmutableArray<(int Size, int Count)> Runs)
{
    public bool Equals(OutputBlocks? other) => other is not null && Runs.SequenceEqual(other.Runs);

    public override int GetHashCode() => Runs.Aggregate(0, HashCode.Combine);

    /// <summary>
    /// As few blocks as possible and as equal as possible: with 14 at most 90 is 6 x 13 + 12, 23 is 12 + 11. Equal blocks keep every
    /// loop near the register limit; a full block and a small remainder would leave the remainder short of loads to share.
    /// </summary>
    public static OutputBlocks Balanced(int channels, int largest)
    {
        int blocks = (channels + largest - 1) / largest;
        int small = channels / blocks;
        int bigBlocks = channels - blocks * small;
        var runs = ImmutableArray.CreateBuilder<(int, int)>();
        if (bigBlocks > 0)
            runs.Add((small + 1, bigBlocks));
        if (blocks > bigBlocks)
            runs.Add((small, blocks - bigBlocks));
        return new OutputBlocks(runs.ToImmutable());
    }

    /// <returns>The blocks of a text that <see cref="ToString"/> writes, or null.</returns>
    public static OutputBlocks? Parse(string text)
    {
        var runs = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (string run in text.Split('+'))
        {
            string[] parts = run.Split('x');
            if (parts.Length != 2 || !Positive(parts[0], out int count) || !Positive(parts[1], out int size))
                return null;
            runs.Add((size, count));
        }

        return new OutputBlocks(runs.ToImmutable());

        static bool Positive(string digits, out int value) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is > 0 and < 1 << 20;
    }

    /// <summary>Output channels of all blocks.</summary>
    public long Channels => Runs.Sum(run => (long)run.Size * run.Count);

    /// <summary>Channels of the largest block.</summary>
    public int Largest => Runs.Max(run => run.Size);

    /// <summary>Block sizes in order of the output channels.</summary>
    public IEnumerable<int> Sizes => Runs.SelectMany(run => Enumerable.Repeat(run.Size, run.Count));

    public override string ToString() =>
        string.Join('+', Runs.Select(run => FormattableString.Invariant($"{run.Count}x{run.Size}")));
}
