namespace GuidelineBench.Reporting.Texts;

/// <summary>Several cells in a sentence.</summary>
internal static class CellNames
{
    private const int MostNamed = 6;

    /// <summary>The first few by name and the number of others.</summary>
    public static string Of(ImmutableArray<CellResult> cells, ResultFile file)
    {
        string named = string.Join(", ", cells.Take(MostNamed).Select(CellNaming.Among(file).Of));
        return cells.Length <= MostNamed ? named : $"{named} and {Numbers.Count(cells.Length - MostNamed)} more";
    }
}
