using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Reporting.Texts;

internal static class NetworkSentences
{
    public const string Method =
        "A time is that of one forward pass of the whole batch, the median over the rounds; the input lies in the plan's own layout before the clock starts. " +
        "Weights are random and packed beforehand, batch norms behind convolutions folded into them. Every multiply-add is executed in the pass; " +
        "channel split, concatenation and shuffle are done by addressing where no operator is launched for them. " +
        "Before it was timed, every operator was compared with a reference in double precision, at sampled pixels of all its channels.";

    /// <summary>What ShuffleNet v1 states on its first page for its 0.5x network, in times AlexNet's speed.</summary>
    public const string AlexNetClaim = "ShuffleNet v1 states 13x real against 18x theoretical";

    public static string Front(GroupComparison comparison)
    {
        ImmutableArray<ComparedNetwork> front = comparison.Front;
        string networks = Numbers.Of(comparison.Measured.Count(), "row");
        return front.IsEmpty
            ? "Accuracy against speed"
            : $"{Numbers.Count(front.Length)} of {networks} are beaten by no other in both speed and accuracy: {NetworkNames.List([.. front.Select(NetworkNames.Short)])}";
    }

    public static string AtLevel(GroupComparison comparison, int level)
    {
        ImmutableArray<ComparedNetwork> front = comparison.FrontAt(level);
        if (front.IsEmpty)
            return $"{NetworkNames.Level(level)}: not measured in this run";
        (ComparedNetwork fastest, ComparedNetwork best) = (front[0], front[^1]);
        string first = $"{NetworkNames.Level(level)}: fastest is {NetworkNames.Short(fastest)} with {Speed(fastest)} at {Error(fastest)}";
        return fastest == best
            ? $"{first}, and no other measured one has a smaller error"
            : $"{first}, most accurate {NetworkNames.Short(best)} with {Speed(best)} at {Error(best)}";
    }

    public static string Work(GroupComparison comparison)
    {
        LevelSpread? widest = LevelSpread.Of(comparison).MaxBy(spread => spread.Ratio);
        string order = comparison.Agreements[0].FewerMultiplyAdds is { } correlation
            ? $"The order of multiply-adds gives the order of speeds with a rank correlation of {Numbers.Correlation(correlation)}"
            : "Too few networks for a rank correlation of speed with multiply-adds";
        return widest is null
            ? order
            : $"{order}; at the same {NetworkNames.Level(widest.Level)}, {NetworkNames.Short(widest.Fastest)} computes {Numbers.Ratio(widest.Ratio)} the multiply-adds per second of {NetworkNames.Short(widest.Slowest)}";
    }

    public static string Agreement(GroupComparison comparison)
    {
        RankAgreement all = comparison.Agreements[0];
        return all is { Phone: null, Gpu: null }
            ? "Too few networks to compare the order of speeds with the paper's"
            : $"The order of speeds here agrees with the paper's phone by a rank correlation of {Numbers.Correlation(all.Phone)}, with its GPU by {Numbers.Correlation(all.Gpu)}";
    }

    public static string Split(IReadOnlyCollection<OperatorShares> shares)
    {
        double[] convolution = [.. shares.Select(share => share[OperatorClass.Convolution])];
        return $"Convolutions take {Numbers.Range(shares.Select(share => (double?)share[OperatorClass.Convolution]), Numbers.Percent)} of the time, {Numbers.Percent(Medians.Median(convolution))} in the middle of {Numbers.Of(convolution.Length, "network")}";
    }

    /// <summary>Networks beside ShuffleNet v2, or another one.</summary>
    /// <param name="what">What the rows are, e.g. <c>networks at larger inputs</c>.</param>
    public static string Relative(IReadOnlyCollection<RelativeSpeed> speeds, string baseline, string what)
    {
        RelativeSpeed[] measured = [.. speeds.Where(speed => speed.Measured is not null)];
        if (measured.Length == 0)
            return $"Speed of {what}";
        int faster = measured.Count(speed => speed.Measured > 1);
        string slowest = $"{Numbers.Range(measured.Select(speed => speed.Measured), Numbers.Ratio)} its speed";
        return faster == 0
            ? $"{baseline} is the fastest in all {Numbers.Of(measured.Length, "comparison")} with {what}, which reach {slowest}"
            : $"{baseline} is slower in {Numbers.Count(faster)} of {Numbers.Of(measured.Length, "comparison")} with {what}, which reach {slowest}";
    }

    public static string AlexNet(IReadOnlyCollection<RelativeSpeed> speeds) =>
        speeds.FirstOrDefault(speed => speed is { Measured: not null, FewerMultiplyAdds: not null }) is { } first
            ? $"{NetworkNames.Short(first.Network)} is {Numbers.Ratio(first.Measured)} as fast as AlexNet here, where multiply-adds promise {Numbers.Ratio(first.FewerMultiplyAdds)}; {AlexNetClaim}"
            : AlexNetClaim;

    public static string Large(GroupComparison comparison)
    {
        ComparedNetwork fastest = comparison.Measured.MaxBy(row => row.ImagesPerSecond)!, best = comparison.Measured.MinBy(row => row.Paper.Top1ErrorPercent)!;
        return fastest == best
            ? $"{NetworkNames.Short(fastest)} is the fastest of the measured large models with {Speed(fastest)}, and the most accurate"
            : $"{NetworkNames.Short(fastest)} is the fastest of the large models with {Speed(fastest)} at {Error(fastest)}; {NetworkNames.Short(best)}, the most accurate, runs {Speed(best)} at {Error(best)}";
    }

    public static string Machines(NetworkComparison comparison, IReadOnlyList<string> names)
    {
        int moved = comparison.Rows.Count(row => row.Disagrees);
        string places = moved == 0
            ? "All machines give the networks that they share the same order."
            : $"{Numbers.Of(moved, "network")} of {Numbers.Count(comparison.Rows.Length)} {(moved == 1 ? "has" : "have")} different ranks on different machines.";
        return comparison.Agreements.IsEmpty ? places : $"{places} {Agreements(comparison, names)}";
    }

    private static string Agreements(NetworkComparison comparison, IReadOnlyList<string> names)
    {
        const int mostListed = 3;
        if (comparison.Agreements.Length <= mostListed)
            return $"Rank correlation of speeds: {string.Join(", ", comparison.Agreements.Select(Pair))}.";
        double middle = Medians.Median([.. comparison.Agreements.Select(pair => pair.Correlation.Rho)]);
        return $"Rank correlation of speeds lies between {Pair(comparison.Agreements.MinBy(pair => pair.Correlation.Rho))} and " +
            $"{Pair(comparison.Agreements.MaxBy(pair => pair.Correlation.Rho))}, {Numbers.Correlation(new RankCorrelation(middle, 0))} in the middle of {Numbers.Of(comparison.Agreements.Length, "pair")}.";

        string Pair((int One, int Other, RankCorrelation Correlation) pair) =>
            $"{names[pair.One]} with {names[pair.Other]} {Numbers.Correlation(pair.Correlation)}";
    }

    private static string Speed(ComparedNetwork network) => Numbers.WithUnit(network.ImagesPerSecond, "images/s");
    private static string Error(ComparedNetwork network) => $"{Numbers.Percent(network.Paper.Top1ErrorPercent)} error";
}
