using System.Collections.Immutable;
using System.Xml.Linq;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>A package that is built with where it can be had, as the start scripts know it.</summary>
/// <param name="Name">Beginning of the names of its files in obj.</param>
/// <param name="Variable">Of the environment, by which it is asked for or left out.</param>
/// <param name="Title">What a user reads.</param>
/// <param name="Version">Property of Directory.Packages.props.</param>
/// <param name="Ids">What a package source needs to have.</param>
/// <param name="Size">What is said before it is fetched; null where it is small.</param>
internal sealed record OptionalPackage(string Name, string Variable, string Title, string Version, ImmutableArray<string> Ids, string? Size)
{
    public static ImmutableArray<OptionalPackage> All { get; } =
    [
        new("ilgpu", "GUIDELINEBENCH_GPU", "ILGPU", "IlgpuVersion", ["ILGPU", "ILGPU.Algorithms"], null),
        new("onnxruntime", "GUIDELINEBENCH_ONNXRUNTIME", "ONNX Runtime", "OnnxRuntimeVersion", ["Microsoft.ML.OnnxRuntime", "Microsoft.ML.OnnxRuntime.Managed"], "160 MB, 392 MB unpacked"),
    ];

    public static TheoryData<string> Names => [.. All.Select(package => package.Name)];

    public static OptionalPackage Of(string name) => All.Single(package => package.Name == name);

    /// <summary>With its version.</summary>
    public string FullTitle => $"{Title} {VersionOf(this)}";

    /// <summary>Its folders in the folder of packages.</summary>
    public IEnumerable<string> Folders => Ids.Select(id => $"{id.ToLowerInvariant()}/{VersionOf(this)}");

    /// <summary>A build without any of them: it is fast, and fetches nothing.</summary>
    public static void LeaveOut(IDictionary<string, string?> environment)
    {
        foreach (OptionalPackage package in All)
            environment[package.Variable] = "off";
    }

    private static string VersionOf(OptionalPackage package) =>
        XDocument.Parse(RepositoryTree.Read("Directory.Packages.props")).Descendants(package.Version).Single().Value;
}
