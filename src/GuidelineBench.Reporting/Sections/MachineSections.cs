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
        NetworkEnginesSection.Of,
        NetworkRelativeSections.Of,
        NetworkLargeSection.Of,
        NetworkAlexNetSection.Of,
        NetworkReuseSection.Of,
        NetworkListSection.Of,
        CostModelSection.Of,
        AdviceSection.Of,
        EngineSection.Of,
        OtherCellsSection.Of,
        SustainedSection.Of,
        CeilingSection.Of,
        ConditionSections.Of,
    ];

    public static ImmutableArray<Section> Of(MachineReport machine) => [.. All.SelectMany(sections => sections(machine))];
}

/// <summary>How far a run can be trusted, what it was and how to repeat it.</summary>
internal static class RunHead
{
    public static IEnumerable<IBlock> Of(MachineReport machine)
    {
        yield return new Paragraph(Trust(machine), ParagraphKind.Lead);
        yield return new Facts([.. MachineFacts.Of(machine)]);
        if (machine.File.Command is { } command)
            yield return new Paragraph(["To repeat this run: ", Phrase.Code(command)], ParagraphKind.Small);
        if (!machine.Doubts.IsEmpty)
            yield return new Paragraph(
                [$"{Numbers.Of(machine.Doubts.Length, "thing was", "things were")} ", Phrase.Link("doubtful about this run", "#" + ConditionSections.IdOf(machine)), "."],
                ParagraphKind.Small);
    }

    public static Text Trust(MachineReport machine) => [Phrase.Strong($"Trust {machine.Grade.Grade}:"), " " + GradeSentences.Why(machine)];
}
