using System.Collections.Immutable;
using System.Xml.Linq;
using GuidelineBench.Analysis.Histories;
using GuidelineBench.Core.Statistics;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>
/// A row's time over the runs as a small picture without axes: a line through the runs, a bar at the height of each level's
/// median, a mark at each step, a dot at the newest run. Runs stand at equal distances, as dates bunch.
/// </summary>
internal static class HistoryLine
{
    private const double Width = 220, Height = 40, Left = 6, Right = 6, Top = 4, Bottom = 4;

    /// <summary>Every picture spans at least this to both sides of the row's median, so that noise looks like noise.</summary>
    private const double LeastSpan = 0.05;

    /// <summary>Slower is up.</summary>
    /// <param name="name">Of the row, for the text alternative.</param>
    public static XElement Svg(string name, CellHistory cell)
    {
        double median = Medians.Median([.. Known(cell).Select(entry => entry.Point.NsPerMultiplyAdd)]);
        double span = SpanOf(cell, median);
        return Charts.Svg.Picture(
            Width, Height, HistorySentences.Alternative(name, cell),
            Charts.Svg.Line(Left, Y(median), Width - Right, Y(median), "one"),
            Lines().Select(points => Charts.Svg.Element("polyline", Charts.Svg.Attribute("class", "overtime"), Charts.Svg.Attribute("points", points))),
            Levels(),
            cell.Changes.Select(change => Charts.Svg.Line((X(change.Before) + X(change.After)) / 2, 0, (X(change.Before) + X(change.After)) / 2, Height, "step")),
            Charts.Svg.Element(
                "circle", Charts.Svg.Attribute("class", "newest"), Charts.Svg.Attribute("r", 2.6),
                Charts.Svg.Attribute("cx", X(Known(cell).Last().Run)), Charts.Svg.Attribute("cy", Y(cell.Last.NsPerMultiplyAdd))));

        double X(int run) => cell.Points.Length == 1 ? Width / 2 : Left + run * (Width - Left - Right) / (cell.Points.Length - 1);

        double Y(double ns) => Math.Clamp((Height + Top - Bottom) / 2 - Math.Log(ns / median) / Math.Log(1 + span) * (Height - Top - Bottom) / 2, Top, Height - Bottom);

        // A run without the row interrupts the line; a single run between two such is a line of no length, which round caps show.
        IEnumerable<string> Lines()
        {
            var points = new List<string>();
            for (int run = 0; run <= cell.Points.Length; run++)
            {
                if (run < cell.Points.Length && cell.Points[run] is { } point)
                {
                    points.Add($"{Charts.Svg.Number(X(run))},{Charts.Svg.Number(Y(point.NsPerMultiplyAdd))}");
                }
                else if (points.Count > 0)
                {
                    if (points.Count == 1)
                        points.Add(points[0]);
                    yield return string.Join(' ', points);
                    points.Clear();
                }
            }
        }

        IEnumerable<XElement> Levels()
        {
            int from = Known(cell).First().Run;
            foreach (Change? change in cell.Changes.Cast<Change?>().Append(null))
            {
                int to = change?.Before ?? Known(cell).Last().Run;
                double level = Medians.Median([.. Known(cell).Where(entry => entry.Run >= from && entry.Run <= to).Select(entry => entry.Point.NsPerMultiplyAdd)]);
                if (!cell.Changes.IsEmpty)
                    yield return Charts.Svg.Line(X(from), Y(level), X(to), Y(level), "level");
                from = change?.After ?? to;
            }
        }
    }

    /// <summary>How far the picture reaches to both sides of the row's median, in parts of the time.</summary>
    public static double Span(CellHistory cell) => SpanOf(cell, Medians.Median([.. Known(cell).Select(entry => entry.Point.NsPerMultiplyAdd)]));

    private static double SpanOf(CellHistory cell, double median)
    {
        double[] distances = [.. Known(cell).Select(entry => Math.Abs(Math.Log(entry.Point.NsPerMultiplyAdd / median))).Order()];
        // One run in fifty may lie beyond, at the edge, so that a single outlier does not press all others flat.
        return Math.Max(LeastSpan, Math.Exp(distances[Math.Max(0, (int)Math.Ceiling(0.98 * distances.Length) - 1)]) - 1);
    }

    private static ImmutableArray<(int Run, CellPoint Point)> Known(CellHistory cell) =>
        [.. cell.Points.Index().Where(entry => entry.Item is not null).Select(entry => (entry.Index, entry.Item!))];
}
