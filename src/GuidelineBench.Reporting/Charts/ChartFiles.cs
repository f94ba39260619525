namespace GuidelineBench.Reporting.Charts;

/// <summary>The charts of a report's sections as files of their own.</summary>
internal static class ChartFiles
{
    /// <returns>Of each chart <c>charts/ID.svg</c> for both themes, <c>charts/ID-light.png</c> and <c>charts/ID-dark.png</c>; none where nothing can be drawn.</returns>
    public static IEnumerable<ReportDocument> Of(IEnumerable<Section> sections) => ChartRenderer.Fault is not null ? [] :
        from section in sections
        from figure in section.Blocks.OfType<Figure>()
        let chart = figure.Chart
        from document in new[]
        {
            new ReportDocument($"charts/{chart.Id}.svg", ChartRenderer.SvgFile(chart)),
            ReportDocument.OfPicture($"charts/{chart.Id}-light.png", () => ChartRenderer.Png(chart, ChartTheme.Light)),
            ReportDocument.OfPicture($"charts/{chart.Id}-dark.png", () => ChartRenderer.Png(chart, ChartTheme.Dark)),
        }
        select document;
}
