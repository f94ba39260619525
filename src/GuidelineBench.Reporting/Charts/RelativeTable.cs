namespace GuidelineBench.Reporting.Charts;

/// <summary>A table that is shown relative to one of its networks.</summary>
/// <param name="Group">Name of the group of networks.</param>
/// <param name="Baseline">The printed model whose speed is 1x.</param>
/// <param name="Others">What the other rows are, in a sentence.</param>
/// <param name="About">What is compared, and how the paper was read.</param>
/// <param name="LevelName">A level in words.</param>
/// <param name="HasWholeDetector">Whether the paper's speeds are of more than the network.</param>
public sealed record RelativeTable(
    string Group, string Table, string Title, string Baseline, string Others, string About, Func<int, string> LevelName, bool HasWholeDetector);
