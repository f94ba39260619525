using System.Collections.Frozen;
using System.Text;
using GuidelineBench.Cli.Bundles.Licences;

namespace GuidelineBench.Cli.Bundles;

/// <summary>
/// What of a publication a bundle leaves out. Nothing is trimmed inside an assembly: kernels are emitted at run time,
/// and BenchmarkDotNet finds types by reflection.
/// </summary>
internal static class BundleContents
{
    public const string ManifestName = "guidelinebench.deps.json";

    /// <summary>
    /// Packages of BenchmarkDotNet that disassemble or trace events, which nothing here does. Its compiler stays,
    /// although benchmarks run in this process: every start asks it for the keywords of C#.
    /// </summary>
    private static readonly FrozenSet<string> UnusedPackages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Microsoft.Diagnostics.Tracing.TraceEvent",
        "Microsoft.Diagnostics.Runtime",
        "Iced",
        "Gee.External.Capstone");

    /// <summary>Native libraries of the runtime, without prefix and extension, for debuggers, crash dumps, tracing, other collectors and HTTP/3; and of ONNX Runtime for providers that the package lacks.</summary>
    private static readonly string[] UnusedNatives =
        ["mscordaccore", "mscordbi", "clrgc", "clrgcexp", "coreclrtraceptprovider", "createdump", "clretwrc", "msquic", "Microsoft.DiaSymReader.Native", "onnxruntime_providers_shared"];

    /// <summary>Import libraries, for linkers.</summary>
    private const string ImportLibrary = ".lib";

    private static readonly FrozenSet<string> UnusedExtensions = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".pdb", ".xml");

    /// <summary>Deletes from a publication what a bundle leaves out.</summary>
    /// <returns>The packages that the rest comes from.</returns>
    public static IReadOnlyList<Package> Reduce(string folder)
    {
        string manifestPath = Path.Combine(folder, ManifestName);
        DependencyManifest manifest = DependencyManifest.Parse(File.ReadAllText(manifestPath));
        IReadOnlySet<string> unused = Unused(manifest.Files);
        manifest.Remove(unused);
        File.WriteAllText(manifestPath, manifest.ToJson());
        foreach (string path in Directory.EnumerateFiles(folder))
            if (unused.Contains(Path.GetFileName(path)) || UnusedExtensions.Contains(Path.GetExtension(path)))
                File.Delete(path);
        // Files of the program and of packages lie in the folder itself; below are native libraries for tracing only.
        foreach (string inner in Directory.EnumerateDirectories(folder))
            Directory.Delete(inner, recursive: true);
        return [.. manifest.Packages];
    }

    /// <returns>File names.</returns>
    /// <param name="files">Of the manifest.</param>
    internal static IReadOnlySet<string> Unused(IEnumerable<(string Library, string File)> files) => files
        .Where(file => UnusedPackages.Contains(file.Library) || UnusedNatives.Any(native => IsNative(file.File, native)) || file.File.EndsWith(ImportLibrary, StringComparison.OrdinalIgnoreCase))
        .Select(file => file.File)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>E.g. libclrgc.so, libclrgc.dylib, clrgc.dll, and mscordaccore_amd64_amd64_10.0.26.12345.dll.</summary>
    private static bool IsNative(string file, string name)
    {
        string stem = file.StartsWith("lib", StringComparison.Ordinal) ? file[3..] : file;
        return stem.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (stem.Length == name.Length || stem[name.Length] is '.' or '_');
    }
}

/// <summary>A file of a bundle.</summary>
/// <param name="Path">Relative to the bundle's folder, with forward slashes.</param>
internal sealed record BundleFile(string Path, Func<Stream> Open, bool IsExecutable = false)
{
    public static BundleFile OfText(string path, string text, bool isExecutable = false) =>
        new(path, () => new MemoryStream(Encoding.UTF8.GetBytes(text)), isExecutable);
}
