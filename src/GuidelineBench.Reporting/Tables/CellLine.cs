using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Tables;

/// <summary>One line of <c>results.csv</c>.</summary>
internal sealed record CellLine(string Machine, ResultFile File, CellResult Cell);
