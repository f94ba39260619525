namespace GuidelineBench.Cli.Tests.Documentation;

/// <summary>A command line of the program in a file for readers.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Arguments">What stands behind <c>run.sh</c>; placeholders as they are written.</param>
internal sealed record DocumentedCommand(string Place, IReadOnlyList<string> Arguments)
{
    public string Verb => Arguments.Count > 0 && !Arguments[0].StartsWith('-') ? Arguments[0] : "run";

    /// <summary>A form with <c>VERB</c> in it is no command.</summary>
    public bool IsForm => Verb == "VERB";

    public override string ToString() => $"{Place}: {string.Join(' ', Arguments)}";
}
