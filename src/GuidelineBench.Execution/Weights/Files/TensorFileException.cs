namespace GuidelineBench.Execution.Weights.Files;

/// <summary>A file of tensors cannot be used; the message is one line for the user: what, where, what is allowed.</summary>
public sealed class TensorFileException : Exception
{
    /// <summary>Names in files can be of any length and hold anything; a message shows this many of their characters.</summary>
    private const int LongestName = 100;

    /// <param name="what">What is wrong.</param>
    /// <param name="path">The file.</param>
    /// <param name="allowed">What would be accepted.</param>
    public TensorFileException(string what, string path, string allowed, Exception? inner = null)
        : base($"{what}: {path}; allowed: {allowed}", inner)
    {
    }

    /// <returns>A text from a file in quotes, short and without control characters.</returns>
    internal static string Quote(string text)
    {
        string shown = text.Length <= LongestName ? text : text[..LongestName] + "...";
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c))}'";
    }
}
