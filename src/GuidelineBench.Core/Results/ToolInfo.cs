namespace GuidelineBench.Core.Results;

/// <summary>Which build measured.</summary>
/// <param name="Commit">Source revision, or null where it is not known.</param>
public sealed record ToolInfo(string Version, string? Commit);
