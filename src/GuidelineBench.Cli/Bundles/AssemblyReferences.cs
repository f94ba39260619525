using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GuidelineBench.Cli.Bundles;

/// <summary>Which assemblies an assembly names.</summary>
internal static class AssemblyReferences
{
    /// <returns>Names without extension; none for a file that is no managed assembly.</returns>
    public static IReadOnlyList<string> Of(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var image = new PEReader(file);
        if (!image.HasMetadata)
            return [];
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }

    /// <returns>All assemblies that are reached from some, those included.</returns>
    /// <param name="referencesOf">Names that an assembly names; empty for one that is not there.</param>
    public static IReadOnlySet<string> Closure(IEnumerable<string> from, Func<string, IEnumerable<string>> referencesOf)
    {
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>(from);
        while (open.TryPop(out string? name))
            if (reached.Add(name))
                foreach (string reference in referencesOf(name))
                    open.Push(reference);
        return reached;
    }
}
