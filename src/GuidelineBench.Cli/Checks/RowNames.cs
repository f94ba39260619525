using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks;

/// <summary>Rows in words, as short as the others allow.</summary>
internal static class RowNames
{
    public static string Of(CellResult cell) => string.Join(' ', new[] { cell.Experiment, cell.Row, cell.Scale, Variation(cell) }.OfType<string>());

    /// <summary>What sets cells of one row and scale apart; null for the usual ones.</summary>
    public static string? Variation(CellResult cell)
    {
        string[] parts =
        [
            .. new[]
            {
                cell.Variant == "fused" ? null : cell.Variant,
                cell.Execution is null or "layer" ? null : cell.Execution,
                cell.Launch,
                cell.Math is null or "fp32" ? null : cell.Math,
            }.OfType<string>(),
        ];
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }
}
