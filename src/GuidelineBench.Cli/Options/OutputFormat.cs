namespace GuidelineBench.Cli.Options;

/// <summary>How an answer is written to stdout.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Csv,
    Markdown,

    /// <summary>Workflow commands that a hosted build shows beside the change.</summary>
    Github,
}
