using System.Text.RegularExpressions;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>
/// run.sh and run.ps1 do the same: what a user meets of one is in the other. Both are read as text, so this holds where one
/// of them cannot run.
/// </summary>
public partial class StartScriptTests
{
    private const string StateFile = @"\b(?:built|build)[-.](?:run|test|lock)|(?<=package(?:\.Name\))?)-(?:missing|restore\.log)|\bunfinished\b";

    private static readonly string Shell = Code("run.sh"), PowerShell = Code("run.ps1");

    [Fact]
    public void Both_know_the_same_variables_of_the_environment()
    {
        const string Variable = @"\b(?:GUIDELINEBENCH|DOTNET|NUGET|ORT)_[A-Z_]+\b";
        string[] variables = Found(Shell, Variable);
        Assert.All(OptionalPackage.All, package => Assert.Contains(package.Variable, variables));
        Assert.Equal(variables, Found(PowerShell, Variable));
    }

    [Fact]
    public void Both_treat_the_same_verbs_themselves_and_hand_all_on()
    {
        string[] verbs = Found(Shell, @"""\$\{1-\}"" = (\w+)");
        Assert.Contains("test", verbs);
        Assert.Equal(verbs, Found(PowerShell, @"\$args\[0\] -c?eq '(\w+)'"));

        Assert.EndsWith("exec dotnet \"$program.dll\" \"$@\"\n", Shell, StringComparison.Ordinal);
        Assert.Contains(
            "    $arguments = @(foreach ($argument in $args) { $argument -join ',' })\n    & dotnet \"$program.dll\" @arguments\n    $ended = $true\n    exit $LASTEXITCODE\n",
            PowerShell,
            StringComparison.Ordinal);
        Assert.Equal(["src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench"], Found(Shell, @"\$root/(src/.*/guidelinebench)\b"));
        Assert.Equal(["src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench"], Found(PowerShell, @"\$root '(src/.*/guidelinebench)'"));
    }

    [Fact]
    public void Both_build_the_same_and_watch_the_same_sources()
    {
        string[] targets = Found(Shell, @"[\w./]+\.(?:csproj|sln)\b");
        Assert.Contains("GuidelineBench.sln", targets);
        Assert.Equal(targets, Found(PowerShell, @"[\w./]+\.(?:csproj|sln)\b"));

        string[] sources = [.. Sources().Matches(Shell).SelectMany(match => match.Groups[1].Value.Split(' ')).Where(word => word != "$sources").Order(StringComparer.Ordinal)];
        Assert.Contains("kernels", sources);
        Assert.Equal(sources, PowerShellSources().Matches(PowerShell).SelectMany(match => Found(match.Value, "'([^']+)'")).Order(StringComparer.Ordinal));

        Assert.Equal(Options(Shell), Options(PowerShell));
        Assert.Equal(Found(Shell, StateFile), Found(PowerShell, StateFile));
    }

    [Fact]
    public void Both_end_with_the_same_codes_and_lines()
    {
        Assert.Equal(["130", "3", "4", "5"], Found(Shell, @"\bfail ([0-9]+)"));
        Assert.Equal(["130", "3", "4", "5"], Found(PowerShell, @"(?:\bStop-Run |::Exit\()([0-9]+)"));

        foreach (string line in (string[])
            [
                "the .NET 10 SDK is missing", "allowed: .NET SDK 10, https://dot.net/download", "packages could not be restored, see above", "the build failed, see above",
                "$variable; allowed: auto, on, off", "$title could not be restored ($log says why)", "; $variable=on; allowed: $allowed", "to have it: $allowed",
                "ILGPU and ILGPU.Algorithms", "Microsoft.ML.OnnxRuntime, Microsoft.ML.OnnxRuntime.Managed and System.Numerics.Tensors", "160 MB, 392 MB unpacked",
                "there are no GPU kernels", "there is no backend onnxruntime", "in GUIDELINEBENCH_NUGET_SOURCE", "fetching $title once (", "to do without: $variable=off",
                "$title has no build for this platform ($platform); $variable=$wish; allowed: auto, off", "guidelinebench: building $target",
                "the program cannot be started: dotnet ended with $code", "the build made no $program.dll", "allowed: a writable source tree", "the program was not started: ",
            ])
        {
            Assert.Contains(line, Shell, StringComparison.Ordinal);
            Assert.Contains(line, PowerShell, StringComparison.Ordinal);
        }
    }

    /// <summary>MSBuild takes every other variable for a property.</summary>
    [Fact]
    public void Builds_inherit_the_same_variables_from_both_and_from_the_program()
    {
        string program = RepositoryTree.Read("src/GuidelineBench.Cli/Sdk/BuildEnvironment.cs");
        string[] kept = Found(Found(Shell, @"^ *HOME( \| [A-Z0-9]+)+\)", "HOME"), "[A-Z0-9]+");
        Assert.Contains("TMPDIR", kept);
        Assert.Equal(kept, Found(Found(PowerShell, @"\$kept = @\(([^)]*)\)", "HOME"), "'([^']+)'"));
        Assert.Equal(kept, Found(Found(program, @"\bKept =\s*\[([^\]]*)\]", "HOME"), "\"([^\"]+)\""));
        Assert.Equal(
            Found(Found(PowerShell, @"\$kept \+= @\(((?:[^()]|\(X86\))*)\)", "WINDIR"), "'([^']+)'"),
            Found(Found(program, @"KeptOnWindows =\s*\[([^\]]*)\]", "WINDIR"), "\"([^\"]+)\""));
    }

    /// <summary>Options of the calls of dotnet that build.</summary>
    private static string[] Options(string script) => Found(script, @"(?<=[ '=])(--(?:disable|no)[a-z-]+|-noAutoResponse|-p:\w+=\w+|-clp:\w+)");

    /// <summary>The one match of a pattern with a word in it.</summary>
    private static string Found(string text, string pattern, string word) =>
        Assert.Single(Regex.Matches(text, pattern, RegexOptions.Multiline).Select(match => match.Value), match => match.Contains(word, StringComparison.Ordinal));

    /// <summary>What a pattern finds, each once and in order; the first group where it has one.</summary>
    private static string[] Found(string text, string pattern) =>
    [
        .. Regex.Matches(text, pattern).Select(match => match.Groups[match.Groups.Count - 1].Value).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Without comments.</summary>
    private static string Code(string file) => Comment().Replace(RepositoryTree.Read(file), "");

    [GeneratedRegex(@"^\s*#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*sources=""([^""]*)""", RegexOptions.Multiline)]
    private static partial Regex Sources();

    [GeneratedRegex(@"\$sources \+?= @\(.*\)")]
    private static partial Regex PowerShellSources();
}
