using System.CommandLine;

namespace GuidelineBench.Cli.Options;

/// <summary><c>--plan</c>.</summary>
internal static class PlanOption
{
    public const string Name = "--plan";

    public static Option<string?> Create() => ValueOption.Create<string?>(
        Name, "FILE", "Repeat the layouts and tiles that a result file holds (default: chosen by measurement; the usual ones with --quick).", text => text);
}
