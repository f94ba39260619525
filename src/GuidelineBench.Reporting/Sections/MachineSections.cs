namespace GuidelineBench.Reporting.Sections;

/// <summary>What a report says about one run, in the order of the page. A section is a function of the run; it has no place where there is nothing to show.</summary>
internal static class MachineSections
{
    private static readonly ImmutableArray<Func<MachineReport, IEnumerable<Section>>> All =
    [
        NetworkAccuracySection.Of,
        ExperimentSections.Of,
        ExecutionSection.Of,
        MemoryAccessSection.Of,
        VerdictSection.Of,
        RooflineSection.Of,
        NetworkWorkSection.Of,
        NetworkClassificationSection.Of,
        NetworkSplitSection.Of,
        NetworkRelativeSections.Of,
        NetworkLargeSection.Of,
        NetworkAlexNetSection.Of,
        NetworkReuseSection.Of,
        NetworkListSection.Of,
        CostModelSection.Of,
        AdviceSection.Of,
        OtherCellsSection.Of,
        SustainedSection.Of,
        CeilingSection.Of,
        ConditionSections.Of,
    ];

    public static ImmutableArray<Section> Of(MachineReport machine) => [.. All.SelectMany(sections => sections(machine))];
}
