namespace GuidelineBench.Reporting.Sections;

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
