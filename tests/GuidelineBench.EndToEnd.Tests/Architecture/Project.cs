using System.Xml.Linq;

namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>A project of the repository as its csproj file says.</summary>
/// <param name="File">The csproj file, as a path from the root with forward slashes.</param>
internal sealed record Project(string File)
{
    public static IReadOnlyList<Project> All { get; } =
        [.. RepositoryTree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => new Project(file))];

    /// <summary>Without the product's prefix, e.g. <c>Kernels.Simd</c>.</summary>
    public string Name => NameOf(File);

    /// <summary>The folder of the root that it lies in, e.g. <c>src</c>.</summary>
    public string Area => File.Split('/')[0];

    public bool IsTest => Area == "tests";

    /// <summary>Built and run by itself alone: its packages are larger than all others together.</summary>
    public bool IsApart => File.StartsWith("tests/browser/", StringComparison.Ordinal);

    public XElement Content => XElement.Parse(RepositoryTree.Read(File));

    /// <summary>Names of the projects that it references itself.</summary>
    public IReadOnlyList<string> References =>
        [.. Content.Descendants("ProjectReference").Select(reference => NameOf(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/')))];

    /// <summary>Names of all projects that it references, itself or through others.</summary>
    public IReadOnlySet<string> Closure()
    {
        var reached = new HashSet<string>();
        var open = new Queue<Project>([this]);
        while (open.TryDequeue(out Project? project))
            foreach (string name in project.References)
                if (reached.Add(name) && All.FirstOrDefault(candidate => candidate.Name == name) is { } next)
                    open.Enqueue(next);
        return reached;
    }

    private static string NameOf(string file) =>
        Path.GetFileNameWithoutExtension(file).Replace("GuidelineBench.", "", StringComparison.Ordinal);
}
