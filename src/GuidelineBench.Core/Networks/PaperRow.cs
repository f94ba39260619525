namespace GuidelineBench.Core.Networks;

/// <summary>Where the paper prints figures for a network.</summary>
/// <param name="Group">Name of the group, which tells the table.</param>
/// <param name="Label">The row for readers: the printed model, and level, channels and size where these tell rows apart.</param>
/// <param name="Row">Index in the rows of the table's record in <see cref="Paper.PaperTables"/>.</param>
/// <param name="Column">Index in the lists of that row: level of complexity, channels or input size; 0 where the row has single figures.</param>
public sealed record PaperRow(string Group, string Label, int Row, int Column = 0);
