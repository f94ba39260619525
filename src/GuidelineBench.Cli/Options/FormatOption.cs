using System.CommandLine;

namespace GuidelineBench.Cli.Options;

/// <summary><c>--format</c>.</summary>
internal static class FormatOption
{
    private const string Name = "--format";

    public static Option<OutputFormat?> TextOrJson() => ValueOption.OneOf(
        Name, "FORMAT", "text or json (default text).",
        ("text", OutputFormat.Text), ("json", OutputFormat.Json));

    public static Option<OutputFormat?> TextJsonOrCsv() => ValueOption.OneOf(
        Name, "FORMAT", "text, json or csv (default text).",
        ("text", OutputFormat.Text), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv));

    public static Option<OutputFormat?> OfCheck() => ValueOption.OneOf(
        Name, "FORMAT", "text, json, markdown (for a pull request) or github (annotations) (default text).",
        ("text", OutputFormat.Text), ("json", OutputFormat.Json), ("markdown", OutputFormat.Markdown), ("github", OutputFormat.Github));
}

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
