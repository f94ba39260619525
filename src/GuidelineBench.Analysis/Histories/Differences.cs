using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Analysis.Histories;

/// <summary>Compares the last run before a change with the first one after it.</summary>
internal static class Differences
{
    public static ImmutableArray<Difference> Of(PastRun before, PastRun after) =>
    [
        .. Where(
            new Difference(DifferenceKind.Version, before.Version, after.Version),
            new Difference(DifferenceKind.Commit, before.Commit, after.Commit),
            new Difference(DifferenceKind.Runtime, before.Runtime, after.Runtime),
            new Difference(DifferenceKind.System, before.Os, after.Os),
            new Difference(DifferenceKind.Governor, before.Governor, after.Governor),
            new Difference(DifferenceKind.PinnedCores, Text(before.PinnedCores), Text(after.PinnedCores))),
        .. Missing(before.Flags, after.Flags).Select(flag => new Difference(DifferenceKind.Flag, flag, null)),
        .. Missing(after.Flags, before.Flags).Select(flag => new Difference(DifferenceKind.Flag, null, flag)),
    ];

    public static ImmutableArray<Difference> Of(CellPoint before, CellPoint after) =>
    [
        .. Where(
            new Difference(DifferenceKind.Plan, before.Plan, after.Plan),
            new Difference(
                DifferenceKind.MultiplyAdds,
                before.MultiplyAdds.ToString(CultureInfo.InvariantCulture),
                after.MultiplyAdds.ToString(CultureInfo.InvariantCulture))),
    ];

    private static IEnumerable<Difference> Where(params IEnumerable<Difference> candidates) =>
        candidates.Where(difference => difference.Before != difference.After);

    /// <summary>Flags that the other run has not; the numbers in them differ from run to run and do not count.</summary>
    private static IEnumerable<string> Missing(ImmutableArray<string> flags, ImmutableArray<string> others) =>
        flags.Where(flag => !others.Any(other => WithoutNumbers(other) == WithoutNumbers(flag)));

    private static string WithoutNumbers(string flag) => string.Concat(flag.Where(letter => !char.IsAsciiDigit(letter) && letter != '.'));

    private static string? Text(ImmutableArray<int> cores) => cores.IsEmpty ? null : string.Join(", ", cores);
}

/// <summary>Something that is not the same on both sides of a change; it stands beside the change and need not be its cause.</summary>
/// <param name="Before">In the last run before; null where there was none.</param>
/// <param name="After">In the first run after; null where there is none.</param>
public sealed record Difference(DifferenceKind Kind, string? Before, string? After);

/// <summary>What can differ between the runs on both sides of a change.</summary>
public enum DifferenceKind
{
    Version,

    Commit,

    Runtime,

    System,

    Governor,

    PinnedCores,

    /// <summary>The layouts and tiles of the row's own plan.</summary>
    Plan,

    /// <summary>The row's own multiply-adds, so the graph.</summary>
    MultiplyAdds,

    /// <summary>A doubt about the machine that only one side has.</summary>
    Flag,
}
