using GuidelineBench.Analysis.CostModels;

namespace GuidelineBench.Reporting.Texts;

/// <summary>What a cost model says, in words.</summary>
public static class CostSentences
{
    private const double Megabyte = 1e6;
    private const int MostMissed = 5;

    /// <summary>One sentence for each price that the file tells, with its unit and interval.</summary>
    public static ImmutableArray<string> Coefficients(CostModel model) =>
        [.. model.Coefficients.Select(coefficient => coefficient.IsKnown ? Known(model, coefficient) : Unknown(coefficient.Term))];

    /// <summary>Multiply-adds that cost as much as one unit, or a million bytes, of the term; in millions.</summary>
    public static string InMultiplyAdds(CostModel model, Coefficient coefficient)
    {
        double each = model[CostTerm.MultiplyAdds].NsPerUnit;
        if (!coefficient.IsKnown || !(each > 0) || coefficient.Term == CostTerm.MultiplyAdds)
            return Numbers.None;
        double unit = UnitOf(coefficient.Term);
        return Numbers.Significant(coefficient.NsPerUnit * unit / each / 1e6) + Bracket(coefficient.Interval, unit / each / 1e6);
    }

    /// <summary>How good a model is, in one phrase.</summary>
    public static string Error(ModelError error) =>
        $"{Numbers.Percent(error.MeanAbsolutePercentage)} off on average over {Numbers.Of(error.Networks, "network")}"
        + (error.Ranks is { } ranks ? $", rank correlation {Correlation(ranks)}" : "");

    /// <summary>A time in ms with its interval.</summary>
    public static string Milliseconds(double ns, Interval? interval) => Numbers.Significant(ns / 1e6) + Bracket(interval, 1e-6);

    /// <summary>A time in µs with its interval.</summary>
    public static string Microseconds(double ns, Interval? interval) => Numbers.Significant(ns / 1e3) + Bracket(interval, 1e-3);

    /// <summary>E.g. <c>+4.1 %</c>.</summary>
    public static string RelativeError(double error) => (error < 0 ? "−" : "+") + Numbers.Percent(100 * Math.Abs(error));

    /// <summary>The head of a column of shares.</summary>
    public static string Column(CostTerm term) => term switch
    {
        CostTerm.Pass => "pass",
        CostTerm.MultiplyAdds => "multiply-adds",
        CostTerm.ProductBytes => "their bytes",
        CostTerm.StreamedBytes => "depthwise, pooling, fc",
        CostTerm.ElementwiseBytes => "element-wise",
        CostTerm.Operators => "operators",
    };

    /// <summary>How well the model predicts, beside multiply-adds alone: over the families that it is judged by, else over all networks.</summary>
    public static string Finding(ModelCheck check)
    {
        ModelError error = check.Error ?? ModelCheck.ErrorOf(check.Networks)!;
        ModelError other = check.MultiplyAddsOnlyError ?? ModelCheck.MultiplyAddsOnlyErrorOf(check.Networks)!;
        return $"Predictions are {Error(error)}; multiply-adds alone {Numbers.Percent(other.MeanAbsolutePercentage)}"
            + (other.Ranks is { } ranks ? $", {Correlation(ranks)}" : "");
    }

    /// <summary>Networks that lie outside of their intervals, worst first.</summary>
    public static string Missed(ModelCheck check)
    {
        string[] missed =
        [
            .. check.Networks
                .Where(network => network.Prediction.Interval is { } interval && (network.MeasuredNs < interval.Lower || network.MeasuredNs > interval.Upper))
                .OrderByDescending(network => Math.Abs(network.RelativeError))
                .Select(network => $"{NetworkNames.Of(network.Network)} ({RelativeError(network.RelativeError)})"),
        ];
        string[] shown = missed.Length <= MostMissed ? missed : [.. missed.Take(MostMissed), $"{Numbers.Count(missed.Length - MostMissed)} more"];
        return missed.Length == 0 ? "No network lies outside of its interval." : $"Outside of their intervals: {NetworkNames.List(shown)}.";
    }

    private static string Correlation(RankCorrelation ranks) => ranks.Rho.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Known(CostModel model, Coefficient coefficient)
    {
        string subject = coefficient.Term switch
        {
            CostTerm.Pass => "A pass itself",
            CostTerm.MultiplyAdds => "A million multiply-adds of pointwise, grouped and k x k convolutions",
            CostTerm.ProductBytes => "One more MB that these convolutions read or write",
            CostTerm.StreamedBytes => "One MB of a depthwise convolution, a pooling or a fully connected layer",
            CostTerm.ElementwiseBytes => "One MB that an element-wise operator reads or writes",
            CostTerm.Operators => "One more operator",
        };
        if (coefficient.Term == CostTerm.MultiplyAdds)
            return $"{subject} take {Amount(coefficient, 1e3, "µs")}.";
        bool isNothing = coefficient.NsPerUnit == 0;
        string most = isNothing && coefficient.Interval is { Upper: > 0 } interval && model[CostTerm.MultiplyAdds].NsPerUnit > 0
            ? $": at most {Numbers.Significant(interval.Upper * UnitOf(coefficient.Term) / model[CostTerm.MultiplyAdds].NsPerUnit / 1e6)} million multiply-adds"
            : "";
        return isNothing
            ? $"{subject} costs nothing that these cells show{most}."
            : $"{subject} costs {Amount(coefficient, UnitOf(coefficient.Term) / 1e3, "µs")}, as much as {InMultiplyAdds(model, coefficient)} million multiply-adds.";
    }

    private static string Unknown(CostTerm term) =>
        $"No price is known for {term.Name()}: fewer than {Numbers.Of(Coefficient.FewestCells, "guideline cell")} of this file have any.";

    private static double UnitOf(CostTerm term) => term is CostTerm.Pass or CostTerm.Operators ? 1 : Megabyte;

    private static string Amount(Coefficient coefficient, double scale, string unit) =>
        Numbers.WithUnit(coefficient.NsPerUnit * scale, unit) + Bracket(coefficient.Interval, scale);

    private static string Bracket(Interval? interval, double scale) =>
        interval is { } known ? " " + Numbers.Interval(new Interval(known.Lower * scale, known.Upper * scale, known.Confidence)) : "";
}
