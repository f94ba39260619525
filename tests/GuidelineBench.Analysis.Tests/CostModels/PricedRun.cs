using System.Collections.Immutable;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.CostModels;

/// <summary>Result files whose times are made of known prices, so that a fit has to find these again.</summary>
internal static class PricedRun
{
    /// <summary>By <see cref="CostTerms.All"/>, nanoseconds: a pass, a multiply-add, a byte of a product, streamed, element-wise; an operator.</summary>
    public static ImmutableArray<double> Prices { get; } = [400, 0.02, 0.004, 0.04, 0.015, 900];

    /// <param name="noise">Largest relative deviation of a round.</param>
    /// <param name="tables">Whether Tables 1-4 are in it.</param>
    /// <param name="units">Whether the stacks of units are in it.</param>
    public static ResultFile File(double noise = 0, bool tables = true, bool units = true, int rounds = 6, params string[] networks)
    {
        var random = new Random(3);
        var cells = ImmutableArray.CreateBuilder<CellResult>();
        if (tables)
            foreach (Experiment experiment in ExperimentCatalogue.All)
                foreach (ExperimentCell cell in experiment.Cells(ChannelSetting.Cpu, Scales.All))
                    foreach (string variant in experiment.MeasuredUnfused ? ["fused", "unfused"] : (string[])["fused"])
                        cells.Add(Cell(CellSubject.Of(cell), variant, noise, rounds, random));
        if (units)
            cells.AddRange(NetworkGroups.Find("appendix1b")!.Cases.Select(unit => Cell(CellSubject.Of(unit), "fused", noise, rounds, random)));
        cells.AddRange(networks.Select(name => Cell(CellSubject.Of(name), "fused", noise, rounds, random)));
        return Cells.File([.. cells]);
    }

    public static double Ns(Graph graph, bool fused = true) => NetworkCharge.Of(graph, 1, fused).Amounts.Zip(Prices, (amount, price) => amount * price).Sum();

    private static CellResult Cell(CellSubject subject, string variant, double noise, int rounds, Random random)
    {
        double ns = Ns(subject.Graph, variant == "fused");
        GraphCosts costs = GraphCosts.Of(subject.Graph);
        ImmutableArray<ImmutableArray<double>> times =
            [.. Enumerable.Range(0, rounds).Select(_ => ImmutableArray.Create(ns * (1 + noise * (2 * random.NextDouble() - 1))))];
        return Cells.Cell(subject.Row, costs.MultiplyAdds) with
        {
            Experiment = subject.Experiment,
            Guideline = subject.Guideline?.Id,
            Scale = subject.Scale?.Label(),
            Setting = subject.Setting?.Label(),
            Variant = variant,
            GraphChecksum = subject.Graph.Checksum,
            Rounds = times,
            MedianNs = ns,
            ImagesPerSecond = 1e9 / ns,
        };
    }
}
