namespace GuidelineBench.Reporting.Texts;

internal static class ExecutionNames
{
    public const string Layer = "layer by layer", DepthFirst = "depth first";

    public static string Of(string? execution) => execution switch
    {
        null or CellAxes.Layer => Layer,
        CellAxes.DepthFirst => DepthFirst,
        _ => execution,
    };

    /// <summary>E.g. <c>, depth first</c>; nothing for layer by layer, which is the paper's and needs no word.</summary>
    public static string Suffix(Configuration? configuration) =>
        configuration?.IsLayerByLayer != false ? "" : ", " + Of(configuration!.Execution);

    public static string Of(ExecutionFinding finding) => finding switch
    {
        ExecutionFinding.CannotTell => "cannot tell",
        ExecutionFinding.Nothing => "no effect of 5 % in either",
        ExecutionFinding.Appears => "an effect depth first only",
        ExecutionFinding.Vanishes => "was memory traffic between layers",
        ExecutionFinding.Shrinks => "partly memory traffic between layers",
        ExecutionFinding.Stays => "not the traffic that depth first saves",
    };
}
