using System.Text.RegularExpressions;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>
/// run.sh and run.ps1 do the same: what a user meets of one is in the other. Both are read as text, so this holds where one
/// of them cannot run.
/// </summary>
public partial class StartScriptTests
{
    private static readonly string Shell = Code("run.sh"), PowerShell = Code("run.ps1");

    [Fact]
    public void Both_know_the_same_variables_of_the_environment()
    {
        string[] variables = Found(Shell, @"\b(?:GUIDELINEBENCH|DOTNET|NUGET)_[A-Z_]+\b");
        Assert.Contains("GUIDELINEBENCH_GPU", variables);
        Assert.Equal(variables, Found(PowerShell, @"\b(?:GUIDELINEBENCH|DOTNET|NUGET)_[A-Z_]+\b"));
    }

    [Fact]
    public void Both_treat_the_same_verbs_themselves_and_hand_all_on()
    {
        string[] verbs = Found(Shell, @"""\$\{1-\}"" = (\w+)");
        Assert.Contains("test", verbs);
        Assert.Equal(verbs, Found(PowerShell, @"\$args\[0\] -c?eq '(\w+)'"));

        Assert.EndsWith("exec dotnet \"$root/src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench.dll\" \"$@\"\n", Shell, StringComparison.Ordinal);
        Assert.EndsWith(
            "$arguments = @(foreach ($argument in $args) { $argument -join ',' })\n"
            + "& dotnet (Join-Path $root 'src/GuidelineBench.Cli/bin/Release/net10.0/guidelinebench.dll') @arguments\nexit $LASTEXITCODE\n",
            PowerShell,
            StringComparison.Ordinal);
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
        Assert.Equal(Found(Shell, @"(?:built|ilgpu|build)[-.](?:run|test|missing|restore\.log|lock)"), Found(PowerShell, @"(?:built|ilgpu|build)[-.](?:run|test|missing|restore\.log|lock)"));
    }

    [Fact]
    public void Both_end_with_the_same_codes_and_lines()
    {
        string[] codes = Found(Shell, @"\bfail ([0-9]+)");
        Assert.Equal(["3", "4", "5"], codes);
        Assert.Equal(codes, Found(PowerShell, @"\bStop-Run ([0-9]+)"));

        foreach (string line in (string[])
            [
                "the .NET 10 SDK is missing", "allowed: .NET SDK 10, https://dot.net/download", "packages could not be restored, see above", "the build failed, see above",
                "GUIDELINEBENCH_GPU; allowed: auto, on, off", "could not be restored (obj/ilgpu-restore.log says why)", "so there are no GPU kernels; to have them:",
                "a folder or feed that has ILGPU and ILGPU.Algorithms in GUIDELINEBENCH_NUGET_SOURCE", "guidelinebench: building $target",
            ])
        {
            Assert.Contains(line, Shell, StringComparison.Ordinal);
            Assert.Contains(line, PowerShell, StringComparison.Ordinal);
        }
    }

    /// <summary>Options of the calls of dotnet that build.</summary>
    private static string[] Options(string script) =>
        [.. Calls().Matches(script).SelectMany(call => Found(call.Value, @"(?<= )-(?:-[a-z-]+|\w+(?:[: ]\w+)?)")).Distinct().Order(StringComparer.Ordinal)];

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

    [GeneratedRegex(@"\bdotnet (?:restore|build) .*")]
    private static partial Regex Calls();
}
