using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>Which project may know which.</summary>
public partial class ProjectTests
{
    [Fact]
    public void Projects_reference_only_what_lies_below_them() =>
        Rule.Holds(
            "A project references only what the design allows it.",
            from project in Project.All
            where !project.IsTest
            from reference in project.References
            where !MayReference(project, reference)
            select $"{project.File} references {reference}");

    [Fact]
    public void Nothing_references_tests() =>
        Rule.Holds(
            "Nothing references a test project.",
            from project in Project.All
            from reference in project.References
            where Project.All.Any(test => test.IsTest && test.Name == reference)
            select $"{project.File} references {reference}");

    [Fact]
    public void Measuring_and_judging_know_only_the_result_file() =>
        Rule.Holds(
            "Benchmarks and Analysis never reach each other, through other projects neither.",
            from pair in new[] { ("Benchmarks", "Analysis"), ("Analysis", "Benchmarks") }
            from project in Project.All
            where project.Name == pair.Item1 && project.Closure().Contains(pair.Item2)
            select $"{project.File} reaches {pair.Item2}");

    [Fact]
    public void Every_reference_leads_to_a_project() =>
        Rule.Holds(
            "A project reference names an existing project file.",
            from project in Project.All
            from reference in project.Content.Descendants("ProjectReference")
            let target = Path.GetFullPath(Path.Combine(RepositoryTree.Root, Path.GetDirectoryName(project.File)!, ((string)reference.Attribute("Include")!).Replace('\\', '/')))
            where !File.Exists(target)
            select $"{project.File} references {target}");

    [Fact]
    public void Package_versions_are_central() =>
        Rule.Holds(
            "A csproj file names packages without a version; versions stand in Directory.Packages.props.",
            from project in Project.All
            from package in project.Content.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "PackageVersion" or "GlobalPackageReference")
            where package.Attributes().Select(attribute => attribute.Name.LocalName).Concat(package.Elements().Select(element => element.Name.LocalName))
                .Any(name => name is "Version" or "VersionOverride")
            select $"{project.File}: {package}");

    [Fact]
    public void Package_versions_are_exact_releases() =>
        Rule.Holds(
            "A central package version is one release: no preview, no range.",
            from package in Versions.Descendants("PackageVersion")
            where !Release().IsMatch(Value((string?)package.Attribute("Version") ?? ""))
            select $"Directory.Packages.props: {package}");

    private static XElement Versions { get; } = XElement.Parse(RepositoryTree.Read("Directory.Packages.props"));

    /// <summary>A version that several packages have stands in a property.</summary>
    private static string Value(string version) =>
        version.StartsWith("$(", StringComparison.Ordinal) ? Versions.Descendants(version[2..^1]).Single().Value : version;

    [Fact]
    public void The_solution_has_all_projects()
    {
        string[] listed =
        [
            .. ListedProject().Matches(RepositoryTree.Read("GuidelineBench.sln")).Select(match => match.Groups[1].Value.Replace('\\', '/')),
        ];
        string[] existing = [.. Project.All.Where(project => !project.IsApart).Select(project => project.File)];

        Assert.NotEmpty(existing);
        Rule.Holds(
            "GuidelineBench.sln lists exactly the projects of the repository, but for those that have packages of their own.",
            [
                .. existing.Except(listed).Select(file => $"{file} is not listed"),
                .. listed.Except(existing).Select(file => $"{file} is listed and does not exist"),
            ]);
    }

    private static bool MayReference(Project project, string reference) => project.Name switch
    {
        "Core" => false,
        "Kernels.Reference" => reference is "Core",
        "Execution" => reference is "Core" or "Kernels.Reference",
        "Analysis" => reference is "Core",
        "Reporting" => reference is "Core" or "Analysis",
        "Benchmarks" or "Onnx" => reference is "Core" or "Execution",
        "Kernels.OnnxRuntime" => reference is "Core" or "Execution" or "Onnx",
        "Cli" => IsIn("src", reference) || IsIn("kernels", reference) || IsIn("benchmarks", reference),
        _ => project.Area == "kernels" && reference is "Core" or "Execution",
    };

    private static bool IsIn(string area, string reference) =>
        Project.All.Any(project => project.Area == area && project.Name == reference);

    [GeneratedRegex(@"^\d+(\.\d+){1,3}$")]
    private static partial Regex Release();

    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "([^"]*\.csproj)",""", RegexOptions.Multiline)]
    private static partial Regex ListedProject();
}
