using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>
/// When a run that goes on until its words are decided is looked at: fixed before anything is measured, so that looking
/// does not favour what is found. The chance of a wrong word is shared equally between the looks.
/// </summary>
public static class BlockLooks
{
    /// <summary>
    /// Blocks after which the run may end. Fewer than four blocks say nothing at the levels that are left; each of the
    /// later ones is a half more than the one before, as the bracket narrows with the root.
    /// </summary>
    public static ImmutableArray<int> After { get; } = [4, 6, 8, 12, 16, 24];

    /// <summary>No run has more: its time goes into longer blocks.</summary>
    public static int MostBlocks => After[^1];

    /// <summary>The level of one look when all of them together may have <paramref name="level"/>.</summary>
    public static double LevelOfOne(double level) => level / After.Length;
}
