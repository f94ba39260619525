using System.Xml.Linq;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Draws a <see cref="HeatMap"/>.</summary>
internal static class HeatMapSvg
{
    private const double Width = 800, Left = 58, Right = 10, Top = 44, RowHeight = 24, Foot = 8, Margin = 16;

    /// <summary>Darker grounds would swallow the numbers.</summary>
    private const double DarkestShade = 0.6;

    /// <summary>As a picture for a page.</summary>
    public static string Inline(HeatMap map) => Svg.Picture(
        Width, Height(map), $"{map.Title}. Down: {map.RowsName}; across: {map.ColumnsName}.", Content(map)).ToString(SaveOptions.DisableFormatting);

    /// <summary>With title, as one file.</summary>
    public static string Standalone(HeatMap map)
    {
        (XElement[] title, double titleHeight) = ChartText.Wrapped(map.Title, Margin, Margin + 16, Width, "title");
        double top = Margin + titleHeight + 8, height = top + Height(map) + Margin;
        return ChartFile.Write(Svg.Picture(
            Width + 2 * Margin,
            height,
            map.Title + ".",
            ChartFile.Style(),
            Svg.Rectangle(0, 0, Width + 2 * Margin, height, "ground"),
            title,
            Svg.Moved(Margin, top, Content(map))));
    }

    private static double Height(HeatMap map) => Top + map.Rows.Length * RowHeight + Foot;

    private static IEnumerable<XElement> Content(HeatMap map)
    {
        double columnWidth = (Width - Left - Right) / map.Columns.Length, bottom = Top + map.Rows.Length * RowHeight;
        double most = map.Values.SelectMany(row => row).DefaultIfEmpty(1).Max();
        yield return Svg.Text((Left + Width - Right) / 2, 13, map.ColumnsName, "axisname", "middle");
        XElement vertical = Svg.Text(0, 0, map.RowsName, "axisname", "middle");
        vertical.Add(Svg.Attribute("transform", $"translate(12 {Svg.Number((Top + bottom) / 2)}) rotate(-90)"));
        yield return vertical;
        for (int column = 0; column < map.Columns.Length; column++)
            yield return Svg.Text(Left + (column + 0.5) * columnWidth, Top - 8, map.Columns[column], "tick", "middle");
        for (int row = 0; row < map.Rows.Length; row++)
        {
            double y = Top + row * RowHeight;
            yield return Svg.Text(Left - 8, y + RowHeight / 2 + 4, map.Rows[row], "tick", "end");
            for (int column = 0; column < map.Columns.Length; column++)
            {
                int value = map.Values[row][column];
                if (value == 0)
                    continue;
                double x = Left + column * columnWidth;
                XElement field = Svg.Rectangle(x + 1, y + 1, columnWidth - 2, RowHeight - 2, "field", Svg.Title(map.Text(row, column)));
                // Halving shows as equal steps of shade.
                field.Add(Svg.Attribute("fill-opacity", DarkestShade * (0.08 + 0.92 * Math.Log(1 + value) / Math.Log(1 + most))));
                yield return field;
                yield return Svg.Text(x + columnWidth / 2, y + RowHeight / 2 + 4, Numbers.Count(value), "label", "middle");
            }
        }
    }
}
