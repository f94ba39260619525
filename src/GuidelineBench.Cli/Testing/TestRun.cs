using System.Collections.Immutable;

namespace GuidelineBench.Cli.Testing;

/// <summary>One start of a test project in a process of its own.</summary>
/// <param name="Name">Project, with the vector width where it is forced.</param>
/// <param name="Assembly">Path of the built tests.</param>
/// <param name="Variables">Environment of the process, on top of this one's.</param>
internal sealed record TestRun(string Name, string Assembly, ImmutableDictionary<string, string> Variables)
{
    /// <summary>Its tests run again under every vector width of the machine.</summary>
    private const string KernelTests = "GuidelineBench.Kernels.Simd.Tests";

    /// <summary>All test projects of a source tree as they are built, then the kernel tests by vector width.</summary>
    public static IReadOnlyList<TestRun> All(string root)
    {
        IReadOnlyList<TestRun> projects =
        [
            .. from folder in Directory.EnumerateDirectories(Path.Combine(root, "tests")).Order(StringComparer.Ordinal)
               let project = Path.GetFileName(folder)
               where File.Exists(Path.Combine(folder, project + ".csproj"))
               select new TestRun(project, Path.Combine(folder, "bin", "Release", "net10.0", project + ".dll"), ImmutableDictionary<string, string>.Empty),
        ];
        return
        [
            .. projects,
            .. from run in projects
               where run.Name == KernelTests
               from width in ForcedVectorWidth.OfThisMachine()
               select run with { Name = $"{run.Name} ({width.Name})", Variables = width.Variables },
        ];
    }
}
