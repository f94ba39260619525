using System.Collections.Immutable;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>How the output channels of one group are cut into blocks that fit the registers, in order.</summary>
/// <param name="Runs">Consecutive blocks of one size.</param>
internal sealed record OutputBlocks(ImmutableArray<(int Size, int Count)> Runs)
{
    public bool Equals(OutputBlocks? other) => other is not null && Runs.SequenceEqual(other.Runs);

    public override int GetHashCode() => Runs.Aggregate(0, HashCode.Combine);

    /// <summary>
    /// As few blocks as possible and as equal as possible: 90 is 6 x 13 + 12, 23 is 12 + 11. Equal blocks keep every
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

    /// <summary>Block sizes in order of the output channels.</summary>
    public IEnumerable<int> Sizes => Runs.SelectMany(run => Enumerable.Repeat(run.Size, run.Count));

    public override string ToString() =>
        string.Join('+', Runs.Select(run => FormattableString.Invariant($"{run.Count}x{run.Size}")));
}
