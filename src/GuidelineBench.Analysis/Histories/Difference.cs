namespace GuidelineBench.Analysis.Histories;

/// <summary>Something that is not the same on both sides of a change; it stands beside the change and need not be its cause.</summary>
/// <param name="Before">In the last run before; null where there was none.</param>
/// <param name="After">In the first run after; null where there is none.</param>
public sealed record Difference(DifferenceKind Kind, string? Before, string? After);
