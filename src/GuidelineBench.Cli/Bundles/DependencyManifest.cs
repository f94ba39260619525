using System.Text.Json;
using System.Text.Json.Nodes;
using GuidelineBench.Cli.Bundles.Licences;

namespace GuidelineBench.Cli.Bundles;

/// <summary>
/// The <c>.deps.json</c> of a publication: the files of every library. The host refuses to start when a file that it
/// names is missing, so files leave it together.
/// </summary>
internal sealed class DependencyManifest
{
    private static readonly string[] Kinds = ["runtime", "native"];

    /// <summary>Stands before the name of a package of the runtime.</summary>
    private const string RuntimePack = "runtimepack.";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n" };

    private readonly JsonObject root;
    private readonly JsonObject libraries;

    private DependencyManifest(JsonObject root)
    {
        this.root = root;
        string target = (string?)root["runtimeTarget"]?["name"] ?? throw new JsonException("no runtimeTarget");
        libraries = root["targets"]?[target] as JsonObject ?? throw new JsonException($"no target {target}");
    }

    /// <exception cref="JsonException">Not such a manifest.</exception>
    public static DependencyManifest Parse(string json) =>
        new(JsonNode.Parse(json) as JsonObject ?? throw new JsonException("not an object"));

    /// <summary>Library (name without version) and file name of every file.</summary>
    public IEnumerable<(string Library, string File)> Files =>
        from library in libraries
        from kind in Kinds
        from file in library.Value![kind] as JsonObject ?? []
        select (library.Key.Split('/')[0], FileName(file.Key));

    /// <summary>Packages and runtime packs of which a file is left; the program's own projects are none.</summary>
    public IEnumerable<Package> Packages =>
        from library in libraries
        where (string?)root["libraries"]?[library.Key]?["type"] is "package" or "runtimepack"
        where Kinds.Any(kind => library.Value![kind] is JsonObject { Count: > 0 })
        let name = library.Key.Split('/')
        select new Package(name[0].StartsWith(RuntimePack, StringComparison.Ordinal) ? name[0][RuntimePack.Length..] : name[0], name[1]);

    public void Remove(IReadOnlySet<string> files)
    {
        foreach ((_, JsonNode? library) in libraries)
            foreach (string kind in Kinds)
                if (library![kind] is JsonObject named)
                    foreach (string path in named.Select(file => file.Key).Where(path => files.Contains(FileName(path))).ToArray())
                        named.Remove(path);
    }

    public string ToJson() => root.ToJsonString(Format);

    /// <summary>A publication lays files of packages side by side, whatever their path in the package.</summary>
    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
