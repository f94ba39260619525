namespace GuidelineBench.Cli.Checks;

/// <summary>All rows of a backend, device and thread count together in <c>check --format json</c>.</summary>
/// <param name="ChangePercent">Above 0 is slower; null where it was not judged.</param>
internal sealed record CheckGroup(string Backend, string? Device, int Threads, int Rows, string Verdict, string Reason, double? ChangePercent);
