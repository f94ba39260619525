using System.Collections.Immutable;

namespace GuidelineBench.Cli.Testing;

/// <summary>One start of a test project in a process of its own.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Assembly">Path of the built tests.</param>
/// <param name="Width">Null for what is not tested by vector width.</param>
internal sealed record TestRun(string Project, string Assembly, TestedWidth? Width = null)
{
    /// <summary>Its tests run under every vector width of the machine.</summary>
    private const string KernelTests = "GuidelineBench.Kernels.Simd.Tests";

    /// <summary>Its accelerator is threads that meet at barriers: they spin for each other unless there is one processor, as they think.</summary>
    private const string AcceleratorTests = "GuidelineBench.Kernels.Ilgpu.Tests";

    /// <summary>These take longest and begin first, so that none of them is left alone at the end.</summary>
    private static readonly string[] Longest =
    [
        "GuidelineBench.EndToEnd.Tests", "GuidelineBench.Benchmarks.Tests", AcceleratorTests, KernelTests, "GuidelineBench.Analysis.Simulations.Tests",
        "GuidelineBench.Reporting.Tests", "GuidelineBench.Cli.Tests", "GuidelineBench.Fuzzing",
    ];

    /// <summary>Project, with the vector width where there are several.</summary>
    public string Name => Width is null ? Project : $"{Project} ({Width.Name})";

    /// <summary>Environment of the process, on top of this one's.</summary>
    public ImmutableDictionary<string, string> Variables => Project == AcceleratorTests
        ? ImmutableDictionary<string, string>.Empty.Add("DOTNET_PROCESSOR_COUNT", "1")
        : Width?.Variables ?? ImmutableDictionary<string, string>.Empty;

    /// <summary>The test projects of a source tree as they are built, those that take longest first, the kernels at each width that is asked for.</summary>
    public static IReadOnlyList<TestRun> Of(string root, TestSelection selection) =>
    [
        .. from folder in Directory.EnumerateDirectories(Path.Combine(root, "tests")).Order(StringComparer.Ordinal)
           let project = Path.GetFileName(folder)
           where File.Exists(Path.Combine(folder, project + ".csproj"))
           from width in Widths(project)
           where selection.Width is null || selection.Width == width
           orderby Array.IndexOf(Longest, project) is var place and >= 0 ? place : Longest.Length
           select new TestRun(project, Path.Combine(folder, "bin", "Release", "net10.0", project + ".dll"), width),
    ];

    private static IEnumerable<TestedWidth?> Widths(string project) => project == KernelTests ? TestedWidth.OfThisMachine : (IEnumerable<TestedWidth?>)[null];
}
