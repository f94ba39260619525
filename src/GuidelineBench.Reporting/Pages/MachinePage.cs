using GuidelineBench.Reporting.Sections;

namespace GuidelineBench.Reporting.Pages;

internal static class MachinePage
{
    public static Document Of(MachineReport machine)
    {
        // A run of networks alone has nothing to say about the guidelines.
        bool hasGuidelines = !machine.Effects.Experiments.IsEmpty || machine.NetworkRuns.IsEmpty;
        string[] sentences = hasGuidelines
            ? [Sentences.WhoseKernels(machine), VerdictSentences.Method(machine), Sentences.Intervals(machine), Sentences.Quoted(machine)]
            : [Sentences.WhoseKernels(machine)];
        string file = Path.GetFileName(machine.Source);
        return new Document(
            $"GuidelineBench: {machine.Name}",
            $"{(hasGuidelines ? "Do the four guidelines hold on" : "Which network is fast on")} {machine.File.Machine.Cpu}?",
            [.. VerdictLines.Of(machine), RunHead.Trust(machine).Plain])
        {
            Head =
            [
                .. RunHead.Of(machine),
                .. hasGuidelines ? [GuidelineCards.Of(machine)] : (IBlock[])[],
                Paragraph.Key(Sentences.Joined(sentences)),
            ],
            Sections = machine.Sections,
            Footer = ["Raw data: ", Phrase.Link(file, Uri.EscapeDataString(file)), ", ", Phrase.Link("results.csv", "results.csv"), $". The paper: {Sentences.Paper}."],
        };
    }
}
