using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Reporting.Charts;

internal static class NetworkCharts
{
    private const string Speed = "measured here, images/s";
    private const string SizeNote = "small to large mark: 40M, 140M, 300M, 500M multiply-adds";
    private static readonly ChartAxis SpeedAxis = new(Speed, Logarithmic: true);
    private static readonly ChartAxis AccuracyAxis = new("top-1 accuracy (the paper's), %", Logarithmic: false);

    /// <summary>The paper's Fig. 1 on this machine: all networks with their front.</summary>
    /// <returns>Null without a network that has both.</returns>
    public static PointChart? Accuracy(string id, GroupComparison comparison)
    {
        ComparedNetwork[] rows = [.. comparison.Measured.Where(row => row.Paper.Top1ErrorPercent is not null)];
        return rows.Length == 0
            ? null
            : new PointChart(
                id,
                NetworkSentences.Front(comparison),
                SpeedAxis,
                AccuracyAxis,
                $"line: the front, no other network is faster and more accurate; {SizeNote}",
                [AccuracyPanel("", comparison, rows, comparison.Front, labelled: comparison.Front.Contains)]);
    }

    /// <summary>The same level by level, with every network's name.</summary>
    /// <returns>Null with fewer than two levels.</returns>
    public static PointChart? AccuracyByLevel(string id, GroupComparison comparison)
    {
        ImmutableArray<PointPanel> panels =
        [
            .. from level in comparison.Levels
               let rows = comparison.Measured.Where(row => row.Paper.Level == level && row.Paper.Top1ErrorPercent is not null).ToArray()
               where rows.Length > 0
               select AccuracyPanel(NetworkNames.Level(level) + " multiply-adds", comparison, rows, comparison.FrontAt(level), _ => true),
        ];
        return panels.Length < 2
            ? null
            : new PointChart(
                id, "The same by level of complexity, as the paper groups them; every panel has axes of its own", SpeedAxis, AccuracyAxis,
                "line: the front of the level", panels);
    }

    public static PointChart Large(string id, GroupComparison comparison) => new(
        id, NetworkSentences.Large(comparison), SpeedAxis, AccuracyAxis, "line: the front",
        [AccuracyPanel("", comparison, [.. comparison.Measured], comparison.Front, _ => true)]);

    public static PointChart Work(string id, GroupComparison comparison)
    {
        double[] rates = [.. comparison.Networks.Select(row => row.Measured!.GigaMultiplyAddsPerSecond!.Value)];
        ImmutableArray<ChartPoint> points =
        [
            .. from row in comparison.Networks
               let multiplyAdds = row.Measured!.Cell.MultiplyAdds
               select Point(row, multiplyAdds / 1e6, row.ImagesPerSecond!.Value, label: true, $"{Numbers.Millions(multiplyAdds)} million multiply-adds"),
        ];
        return new PointChart(
            id,
            NetworkSentences.Work(comparison),
            new ChartAxis("multiply-adds, 10⁶", Logarithmic: true),
            SpeedAxis,
            "dashed: equal multiply-adds per second, the most and the fewest of all networks",
            [new PointPanel("", points, [.. new[] { rates.Min(), rates.Max() }.Distinct().SelectMany(rate => ChartLine.Guide(points, x => 1000 * rate / x, y => 1000 * rate / y))])]);
    }

    /// <summary>Measured speed against that of the paper's phone.</summary>
    /// <returns>Null without a network that has both.</returns>
    public static PointChart? AgainstPhone(string id, GroupComparison comparison)
    {
        ComparedNetwork[] rows = [.. comparison.Networks.Where(row => row.Paper.PhoneImagesPerSecond is not null)];
        if (rows.Length == 0)
            return null;
        double ratio = Medians.Median([.. rows.Select(row => row.ImagesPerSecond!.Value / row.Paper.PhoneImagesPerSecond!.Value)]);
        ImmutableArray<ChartPoint> points =
        [
            .. from row in rows
               let phone = row.Paper.PhoneImagesPerSecond!.Value
               select Point(row, phone, row.ImagesPerSecond!.Value, label: true, $"on the paper's phone {Numbers.WithUnit(phone, "images/s")}"),
        ];
        return new PointChart(
            id,
            NetworkSentences.Agreement(comparison),
            new ChartAxis($"{Sentences.PaperPhone} (the paper's), images/s", Logarithmic: true),
            SpeedAxis,
            $"dashed: {Numbers.Ratio(ratio)} the phone's speed, the median; what lies above is faster here than the phone's order says",
            [new PointPanel("", points, ChartLine.Guide(points, phone => ratio * phone, here => here / ratio))]);
    }

    private static PointPanel AccuracyPanel(
        string name, GroupComparison comparison, ComparedNetwork[] rows, ImmutableArray<ComparedNetwork> front, Func<ComparedNetwork, bool> labelled) => new(
        name,
        [.. rows.OrderByDescending(row => front.Contains(row)).Select(row => Point(row, row.ImagesPerSecond!.Value, Accuracy(row), labelled(row), $"top-1 error {Numbers.Percent(row.Paper.Top1ErrorPercent)} in the paper", SizeOf(comparison, row)))],
        front.Length > 1 ? [new ChartLine(ChartLineStyle.Front, Steps(front))] : []);

    /// <summary>From each network of a front down to the speed of the next more accurate one, then up to it.</summary>
    private static ImmutableArray<(double X, double Y)> Steps(ImmutableArray<ComparedNetwork> front) =>
    [
        (front[0].ImagesPerSecond!.Value, Accuracy(front[0])),
        .. front.Zip(front.Skip(1)).SelectMany(step => new[]
        {
            (step.Second.ImagesPerSecond!.Value, Accuracy(step.First)),
            (step.Second.ImagesPerSecond!.Value, Accuracy(step.Second)),
        }),
    ];

    private static double Accuracy(ComparedNetwork row) => 100 - row.Paper.Top1ErrorPercent!.Value;

    private static int SizeOf(GroupComparison comparison, ComparedNetwork row) =>
        row.Paper.Level is { } level ? Math.Min(4, 1 + comparison.Levels.ToList().IndexOf(level)) : 2;

    private static ChartPoint Point(ComparedNetwork row, double x, double y, bool label, string other, int size = 2)
    {
        string name = NetworkNames.Short(row);
        return new ChartPoint(
            NetworkSeries.OfFamily(row.Case.Entry.Family), x, y, label ? name : "", size,
            $"{name}: {Numbers.WithUnit(row.ImagesPerSecond, "images/s")}, {other}");
    }
}
