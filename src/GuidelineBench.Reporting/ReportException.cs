namespace GuidelineBench.Reporting;

/// <summary>No report can be made of these files; the message is one line for the user.</summary>
public sealed class ReportException(string message) : Exception(message);
