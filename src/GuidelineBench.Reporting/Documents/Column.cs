namespace GuidelineBench.Reporting.Documents;

/// <summary>The head of a column.</summary>
/// <param name="Group">Named above several columns; empty for none.</param>
/// <param name="StartsGroup">Whether it is the first of its group.</param>
public sealed record Column(Text Head, ColumnKind Kind, string Group = "", bool StartsGroup = false)
{
    public bool IsNumber => Kind is ColumnKind.Number or ColumnKind.Strong or ColumnKind.Quiet;
}
