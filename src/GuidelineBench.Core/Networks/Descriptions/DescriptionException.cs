namespace GuidelineBench.Core.Networks.Descriptions;

/// <summary>A text describes no network; the message is one line: what is wrong and what is allowed.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in characters.</param>
public sealed class DescriptionException(int line, int column, string message, Exception? inner = null) : Exception(message, inner)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
