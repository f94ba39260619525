using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class MemoryAccessSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (MemoryAccessChart.Of(machine) is { } chart)
            yield return new Section(
                chart.Id + "-section",
                "Does time follow memory access?",
                new Paragraph(
                    "Each mark is a row of Tables 1 to 4 beside the first row of its table; the tables above hold the numbers. " +
                    "A machine whose time is memory traffic lies on the dashed line, one that is held up by arithmetic alone on the height of 1x."),
                Figure.Of(chart));
    }
}
