using System.Text;

namespace GuidelineBench.Cli.Bundles;

/// <summary>A file of a bundle.</summary>
/// <param name="Path">Relative to the bundle's folder, with forward slashes.</param>
internal sealed record BundleFile(string Path, Func<Stream> Open, bool IsExecutable = false)
{
    public static BundleFile OfText(string path, string text, bool isExecutable = false) =>
        new(path, () => new MemoryStream(Encoding.UTF8.GetBytes(text)), isExecutable);
}
