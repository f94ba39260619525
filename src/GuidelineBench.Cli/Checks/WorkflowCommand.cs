namespace GuidelineBench.Cli.Checks;

/// <summary>One annotation in the form that hosted builds read from stdout: <c>::error title=...::message</c>.</summary>
internal static class WorkflowCommand
{
    /// <param name="kind">error, warning or notice.</param>
    public static string Of(string kind, string title, string message) => $"::{kind} title={Property(title)}::{Data(message)}";

    /// <summary>A line break would end the command, and a percent sign begins an escape.</summary>
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>Colon and comma end a property besides.</summary>
    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
