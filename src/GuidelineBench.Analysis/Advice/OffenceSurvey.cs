using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Analysis.Advice;

/// <summary>Looks for breaches of the four guidelines, one guideline at a time.</summary>
internal sealed class OffenceSurvey(CostModel model, NetworkCharge charge)
{
    /// <summary>Widths whose ratio is under this are equal enough: Table 1 varies the ratio from 1:2 on.</summary>
    private const double EqualEnough = 1.5;

    private readonly Graph graph = charge.Graph;

    /// <summary>G1: a convolution of unequal widths against one of sqrt(c1 c2) on both sides, which has the same multiply-adds and weights.</summary>
    public IEnumerable<Offence> UnequalWidths() =>
        from part in Products()
        let convolution = part.Convolution
        let ratio = (double)Math.Max(convolution.InputChannels, convolution.OutputChannels) / Math.Min(convolution.InputChannels, convolution.OutputChannels)
        // The image's three channels are given, not chosen.
        where ratio >= EqualEnough && !IsOnInput(part.Node)
        let width = Math.Sqrt((double)convolution.InputChannels * convolution.OutputChannels)
        select Change(
            Guideline.G1,
            [part.Index],
            Invariant($"{convolution.InputChannels}->{convolution.OutputChannels} as {Rounded(width)}->{Rounded(width)}"),
            [ProductAmounts(part, width, width, convolution.Groups)]);

    /// <summary>G2: a grouped convolution against one without groups and narrower by sqrt(g), which has the same multiply-adds.</summary>
    public IEnumerable<Offence> Groups() =>
        from part in Products()
        let convolution = part.Convolution
        where convolution.Groups > 1
        let share = Math.Sqrt(convolution.Groups)
        select Change(
            Guideline.G2,
            [part.Index],
            Invariant($"{convolution.InputChannels}->{convolution.OutputChannels} g={convolution.Groups} as {Rounded(convolution.InputChannels / share)}->{Rounded(convolution.OutputChannels / share)} without groups"),
            [ProductAmounts(part, convolution.InputChannels / share, convolution.OutputChannels / share, groups: 1)]);

    /// <summary>G3: convolutions of one window that read one map, side by side, against one convolution with the channels of all.</summary>
    public IEnumerable<Offence> Fragments() =>
        from part in Products()
        where part.Convolution.Groups == 1
        group part by (part.Node.Inputs[0], part.Convolution.Window) into fragments
        where fragments.Count() > 1
        let parts = fragments.ToArray()
        select Change(
            Guideline.G3,
            [.. parts.Select(part => part.Index)],
            Invariant($"one convolution {parts[0].Convolution.InputChannels}->{parts.Sum(part => part.Convolution.OutputChannels)} in place of {parts.Length}, its channels taken apart behind it"),
            [Merged(parts)]);

    /// <summary>G4: element-wise operators that run on their own, and maps that a sum in an epilogue reads, against none.</summary>
    public IEnumerable<Offence> Elementwise()
    {
        for (int i = 0; i < charge.Operators.Length; i++)
        {
            OperatorCharge part = charge.Operators[i];
            Layer head = graph.Nodes[part.Nodes[0]].Layer;
            if (OperatorClasses.Of(head) == OperatorClass.Elementwise)
                yield return Change(Guideline.G4, [i], Alone(head), []);
            else if (part.Amounts[(int)CostTerm.ElementwiseBytes] > 0)
                yield return Change(
                    Guideline.G4, [i], "without the shortcut's addition: concatenate, as ShuffleNet v2 does",
                    [part.Amounts.SetItem((int)CostTerm.ElementwiseBytes, 0)]);
        }
    }

    private static string Alone(Layer head) => head switch
    {
        Activation => "the activation into the convolutions before the place where they meet",
        BatchNormalization => "batch norm behind a convolution, where it folds into the weights, in place of before one",
        ChannelScaling => "without the scaling of channels",
        _ => "without the operator, or fused into the convolution before it",
    };

    private Offence Change(Guideline guideline, ImmutableArray<int> operators, string change, ImmutableArray<ImmutableArray<double>> after)
    {
        ImmutableArray<double> saved =
        [
            .. CostTerms.All.Select((_, term) =>
                operators.Sum(index => charge.Operators[index].Amounts[term]) - after.Sum(amounts => amounts[term])),
        ];
        return new Offence(
            guideline,
            string.Join("; ", operators.Select(index => Invariant($"operator {index + 1}: {charge.Operators[index].Name}"))),
            change,
            operators.Sum(index => model.Ns(charge.Operators[index].Amounts)),
            model.Ns(saved),
            model.NsInterval(saved));
    }

    private IEnumerable<ProductOperator> Products() =>
        charge.Operators.Select((part, index) => (part, index))
            .Where(item => OperatorCharge.IsProduct(graph.Nodes[item.part.Nodes[0]].Layer))
            .Select(item => ProductOperator.Of(graph, item.index, item.part));

    private bool IsOnInput(Node node) => node.Inputs.Contains(graph.Input.Index);

    /// <summary>The operator's amounts with other widths; widths need not be whole, as the network's own would be rounded to suit.</summary>
    private ImmutableArray<double> ProductAmounts(ProductOperator part, double inputs, double outputs, int groups)
    {
        double weights = inputs * outputs * part.Convolution.KernelSize * part.Convolution.KernelSize / groups;
        double own = charge.Batch * (inputs * part.InputPixels + outputs * part.OutputPixels) + weights + outputs;
        double addends = part.Charge.Amounts[(int)CostTerm.ElementwiseBytes] * outputs / part.Convolution.OutputChannels;
        return OperatorCharge.AmountsOf(
            CostTerm.ProductBytes, charge.Batch * part.OutputPixels * weights, GraphCosts.BytesPerElement * own, addends);
    }

    private ImmutableArray<double> Merged(ProductOperator[] parts)
    {
        double repeatedReads = (double)GraphCosts.BytesPerElement * charge.Batch * (parts.Length - 1) * parts[0].Convolution.InputChannels * parts[0].InputPixels;
        return
        [
            .. CostTerms.All.Select((term, index) => term switch
            {
                CostTerm.Operators => 1,
                CostTerm.ProductBytes => parts.Sum(part => part.Charge.Amounts[index]) - repeatedReads,
                _ => parts.Sum(part => part.Charge.Amounts[index]),
            }),
        ];
    }

    private static string Rounded(double width) => Math.Round(width, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
