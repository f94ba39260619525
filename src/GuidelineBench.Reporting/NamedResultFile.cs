using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting;

/// <summary>A result file and what it is called.</summary>
/// <param name="Name">Path or file name, for messages and links.</param>
public sealed record NamedResultFile(string Name, ResultFile File);
