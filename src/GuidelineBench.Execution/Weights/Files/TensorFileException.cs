using GuidelineBench.Core.Texts;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>A file of tensors cannot be used; the message is one line for the user: what, where, what is allowed.</summary>
public sealed class TensorFileException : Exception
{
    /// <param name="what">What is wrong.</param>
    /// <param name="path">The file.</param>
    /// <param name="allowed">What would be accepted.</param>
    public TensorFileException(string what, string path, string allowed, Exception? inner = null)
        : base(LineText.Of($"{what}: {path}; allowed: {allowed}"), inner)
    {
    }

    /// <returns>A text from a file in quotes: it can be of any length and hold anything.</returns>
    internal static string Quote(string text) => LineText.Quoted(text);
}
