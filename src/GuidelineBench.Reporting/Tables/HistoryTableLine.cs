using GuidelineBench.Analysis.Histories;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Tables;

/// <summary>One line of <c>history.csv</c>.</summary>
internal sealed record HistoryTableLine(string Machine, PastRun Run, CellKey Key, CellPoint Point);
