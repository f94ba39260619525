using System.Text;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary><c>summary.md</c> of one run.</summary>
internal static class MachineSummary
{
    public static string Write(MachineReport machine)
    {
        var text = new StringBuilder();
        GuidelineLines.Append(text, machine);
        text.Append("# GuidelineBench: ").Append(MarkdownText.Escape(machine.Name)).Append("\n\n");
        MachineTables.Append(text, machine);
        return text.ToString().TrimEnd('\n') + "\n";
    }
}
