namespace GuidelineBench.Cli.Options;

/// <summary>How an answer is written to stdout.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Csv,
}
