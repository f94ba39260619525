namespace GuidelineBench.Reporting;

/// <summary>A text file of a report.</summary>
/// <param name="RelativePath">Below the report's folder, with forward slashes.</param>
public sealed record ReportDocument(string RelativePath, string Content);
