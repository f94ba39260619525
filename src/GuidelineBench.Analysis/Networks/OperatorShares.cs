using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Paper;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Networks;

/// <summary>How a forward pass's time splits by operator class, as in the paper's Fig. 2.</summary>
/// <param name="Percent">By class in the order of <see cref="OperatorClass"/>, together 100 within rounding.</param>
public sealed record OperatorShares(ImmutableArray<double> Percent)
{
    public double this[OperatorClass operatorClass] => Percent[(int)operatorClass];

    /// <summary>Of the operators' times, whose sum need not be the time of a whole pass. A class that is not known counts as other.</summary>
    /// <returns>Null for a cell whose operators have no times.</returns>
    public static OperatorShares? Of(CellResult cell)
    {
        double[] ns = new double[OperatorClasses.All.Length];
        foreach (OperatorTime part in cell.Operators ?? [])
            ns[(int)(OperatorClasses.Find(part.Class) ?? OperatorClass.Other)] += part.Ns;
        double total = ns.Sum();
        return total > 0 ? new OperatorShares([.. ns.Select(time => 100 * time / total)]) : null;
    }

    /// <summary>As the paper prints them.</summary>
    public static OperatorShares Of(RunTimeSplit printed) =>
        new([printed.ConvolutionPercent, printed.DataPercent, printed.ElementwisePercent, printed.ShufflePercent ?? 0, printed.OtherPercent]);
}
