namespace GuidelineBench.Cli.Reports;

/// <summary>The result file of a report's only run.</summary>
/// <param name="Name">Of the file beside the page.</param>
/// <param name="Folder">Full path of the folder that it lies in; null when it came through a pipe.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SingleRun(string Name, string? Folder, byte[] Content);
