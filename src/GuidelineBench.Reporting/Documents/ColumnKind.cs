namespace GuidelineBench.Reporting.Documents;

/// <summary>What the cells of a column hold, by which they are aligned and weighted.</summary>
public enum ColumnKind
{
    /// <summary>Heads of the rows; the first column.</summary>
    Name,
    Text,

    /// <summary>Text that may take several lines.</summary>
    Prose,

    /// <summary>A verdict, what it rests on and what limits it, a line each.</summary>
    Judged,
    Number,

    /// <summary>The number that a table is read for.</summary>
    Strong,

    /// <summary>A number that qualifies the one before it.</summary>
    Quiet,

    /// <summary>A small chart; left out where there are no pictures.</summary>
    Picture,
}
