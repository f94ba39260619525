using GuidelineBench.Core.Files;

namespace GuidelineBench.Onnx.Reading.Files;

/// <summary>A file is no network that can be run. The message is one line; of nodes that are not understood a line for each operator.</summary>
public sealed class OnnxFileException : Exception
{
    /// <param name="what">What is wrong with the file.</param>
    /// <param name="allowed">What would be taken instead.</param>
    public OnnxFileException(string file, string what, string allowed, Exception? inner = null)
        : this([$"{file}: {what}; allowed: {allowed}"], inner)
    {
    }

    public OnnxFileException(IEnumerable<string> lines, Exception? inner = null)
        : base(string.Join('\n', lines.Select(LineText.Of)), inner)
    {
    }
}
