using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>
/// The time of a forward pass as a sum of amounts times prices, the prices fitted on guideline cells of one result file.
/// docs/cost-model.md has the form, the units and how it is fitted.
/// </summary>
public sealed class CostModel
{
    /// <summary>Of the intervals of coefficients and predictions.</summary>
    public const double Confidence = 0.95;

    private readonly ImmutableArray<ImmutableArray<double>> replicates;

    /// <param name="coefficients">By <see cref="CostTerms.All"/>.</param>
    /// <param name="replicates">Prices of each bootstrap sample; empty for none.</param>
    internal CostModel(
        CostConfiguration configuration,
        ImmutableArray<Coefficient> coefficients,
        double nsPerMultiplyAdd,
        ImmutableArray<ChargedCell> cells,
        ImmutableArray<ImmutableArray<double>> replicates)
    {
        Configuration = configuration;
        Coefficients = coefficients;
        NsPerMultiplyAdd = nsPerMultiplyAdd;
        Cells = cells;
        this.replicates = replicates;
    }

    public CostConfiguration Configuration { get; }

    /// <summary>By <see cref="CostTerms.All"/>.</summary>
    public ImmutableArray<Coefficient> Coefficients { get; }

    /// <summary>Of the model that knows multiply-adds alone, fitted on the same cells in the same way; all multiply-adds count.</summary>
    public double NsPerMultiplyAdd { get; }

    /// <summary>The guideline cells that it was fitted on, in the file's order.</summary>
    public ImmutableArray<ChargedCell> Cells { get; }

    /// <summary>Measured over predicted time of each cell of <see cref="Cells"/>.</summary>
    public IEnumerable<double> Residuals => Cells.Select(cell => cell.Ns / Ns(cell.Charge.Amounts));

    public Coefficient this[CostTerm term] => Coefficients[(int)term];

    /// <summary>Terms that the network is charged for and whose price no guideline cell of the file tells.</summary>
    public ImmutableArray<CostTerm> UnknownTerms(NetworkCharge charge) =>
        [.. CostTerms.All.Where((term, index) => charge.Amounts[index] > 0 && !Coefficients[index].IsKnown)];

    /// <exception cref="ArgumentException">The network has unknown terms or another batch than the cells of the model.</exception>
    public Prediction Predict(NetworkCharge charge)
    {
        if (UnknownTerms(charge) is [var unknown, ..])
            throw new ArgumentException($"No guideline cell tells the price of {unknown.Name()}.", nameof(charge));
        if (charge.Batch != Configuration.Batch)
            throw new ArgumentException("A network is predicted at the batch that was measured.", nameof(charge));
        return new Prediction(
            charge,
            Ns(charge.Amounts),
            PredictionInterval(charge.Amounts),
            [.. charge.Amounts.Select((amount, index) => amount * Coefficients[index].NsPerUnit)],
            [.. charge.Operators.Select(part => Ns(part.Amounts))],
            charge.Work * NsPerMultiplyAdd);
    }

    /// <summary>Nanoseconds for amounts by <see cref="CostTerms.All"/>; a difference of two networks' amounts gives the difference of their times.</summary>
    public double Ns(ImmutableArray<double> amounts) => Price(amounts, [.. Coefficients.Select(coefficient => coefficient.NsPerUnit)]);

    /// <summary>Where <see cref="Ns"/> of these amounts lies over the bootstrap samples; null where there are none.</summary>
    public Interval? NsInterval(ImmutableArray<double> amounts) =>
        replicates.IsEmpty ? null : Percentiles([.. replicates.Select(prices => Price(amounts, prices))]);

    // Every sample of the coefficients meets every residual, so nothing is drawn twice and no seed is needed here.
    private Interval? PredictionInterval(ImmutableArray<double> amounts)
    {
        if (replicates.IsEmpty)
            return null;
        double[] residuals = [.. Residuals];
        return Percentiles([.. replicates.SelectMany(prices => residuals, (prices, residual) => residual * Price(amounts, prices))]);
    }

    /// <summary>The interval between the percentiles of bootstrap values, [Efron1993] Section 13.3.</summary>
    internal static Interval Percentiles(double[] values)
    {
        Array.Sort(values);
        int outside = (int)((1 - Confidence) / 2 * values.Length);
        return new Interval(values[outside], values[values.Length - 1 - outside], Confidence);
    }

    private static double Price(ImmutableArray<double> amounts, ImmutableArray<double> prices)
    {
        double sum = 0;
        for (int i = 0; i < amounts.Length; i++)
            sum += amounts[i] * prices[i];
        return sum;
    }
}

/// <summary>What the model says about a forward pass.</summary>
/// <param name="Charge">What it is charged for.</param>
/// <param name="Ns">Nanoseconds of the pass of the whole batch.</param>
/// <param name="Interval">
/// Nanoseconds: where a measurement would lie if the network differed from the model as much as guideline cells do, and the
/// coefficients as much as their bootstrap samples; null where coefficients have no intervals.
/// </param>
/// <param name="NsByTerm">Nanoseconds by <see cref="CostTerms.All"/>; they add up to <paramref name="Ns"/>.</param>
/// <param name="OperatorNs">Nanoseconds by operator of <see cref="NetworkCharge.Operators"/>; with the pass itself they add up to <paramref name="Ns"/>.</param>
/// <param name="MultiplyAddsOnlyNs">Nanoseconds by the model that knows multiply-adds alone.</param>
public sealed record Prediction(
    NetworkCharge Charge,
    double Ns,
    Interval? Interval,
    ImmutableArray<double> NsByTerm,
    ImmutableArray<double> OperatorNs,
    double MultiplyAddsOnlyNs);
