using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

/// <summary>A vector width that kernels are tested with: the machine's own, or a narrower one that the runtime is told to use.</summary>
/// <param name="Name">As an option takes it.</param>
/// <param name="Variables">The runtime's switch, and what tests are told to expect; empty for the machine's own width.</param>
internal sealed record TestedWidth(string Name, ImmutableDictionary<string, string> Variables)
{
    /// <summary>Tells tests which width they are expected to run with.</summary>
    public const string ExpectedBitsVariable = "GUIDELINEBENCH_EXPECTED_VECTOR_BITS";

    /// <summary>The widest first; one alone on Arm.</summary>
    public static ImmutableArray<TestedWidth> OfThisMachine { get; } = [.. Find()];

    private static IEnumerable<TestedWidth> Find()
    {
        int widest = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        yield return new TestedWidth(Text(widest), ImmutableDictionary<string, string>.Empty);
        if (widest > 256)
            yield return Narrowed("256", 256, "DOTNET_EnableAVX512", "0");
        if (widest > 128)
            yield return Narrowed("128", 128, "DOTNET_PreferredVectorBitWidth", "128");
        if (Avx2.IsSupported)
            yield return Narrowed("128-without-fma", 128, "DOTNET_EnableAVX2", "0");
    }

    private static TestedWidth Narrowed(string name, int bits, string variable, string value) => new(
        name, ImmutableDictionary<string, string>.Empty.Add(variable, value).Add(ExpectedBitsVariable, Text(bits)));

    private static string Text(int bits) => bits.ToString(CultureInfo.InvariantCulture);
}
