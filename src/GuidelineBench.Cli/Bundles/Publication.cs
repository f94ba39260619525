using System.Text.RegularExpressions;
using GuidelineBench.Cli.Bundles.Licences;
using GuidelineBench.Cli.Sdk;

namespace GuidelineBench.Cli.Bundles;

/// <summary>The program with its runtime, as the SDK publishes it.</summary>
internal static partial class Publication
{
    private const string Project = "src/GuidelineBench.Cli/GuidelineBench.Cli.csproj", Program = "guidelinebench.dll";

    /// <summary>Publishes into an empty folder; the source tree's own build output is left alone.</summary>
    /// <param name="root">Of the source tree.</param>
    /// <param name="scratch">For intermediate files.</param>
    /// <param name="log">What the SDK printed, when it failed.</param>
    /// <exception cref="CommandException">The SDK or a package is absent, or the build failed.</exception>
    public static void Make(BundleTarget target, string root, string scratch, string folder, TextWriter log)
    {
        // Compiled ahead of time, code would stay at the instructions that every machine of the kind has: it is compiled once, on the machine.
        DotnetOutcome outcome = Dotnet.Build(
            root,
            "publish", Project, "-c", "Release", "-r", target.Rid, "--self-contained", "true",
            "-p:PublishTrimmed=false", "-p:PublishReadyToRun=false", "--artifacts-path", scratch, "-o", folder, "--nologo", "-v", "quiet");
        if (outcome.ExitCode == 0 && File.Exists(Path.Combine(folder, Program)))
            return;
        log.Write(outcome.Output);
        throw outcome.ExitCode == 0 ? new CommandException(ExitCode.Failed, $"dotnet publish made no {Program} for {target.Rid}") : Explain(target, outcome.Output);
    }

    /// <summary>Where the packages lie that it was made from.</summary>
    /// <param name="scratch">Of <see cref="Make"/>.</param>
    public static PackageFolders Packages(string scratch) =>
        PackageFolders.Parse(File.ReadAllText(Path.Combine(scratch, "obj", Path.GetFileNameWithoutExtension(Project), "project.assets.json")));

    /// <summary>One line for the user out of what the SDK printed.</summary>
    internal static CommandException Explain(BundleTarget target, string output)
    {
        if (MissingPackage().Match(output) is { Success: true } missing)
            return new CommandException(
                ExitCode.Absent, $"no package source has {missing.Groups[1].Value}, which a bundle for {target.Rid} needs; allowed: a source that has it, added to the NuGet configuration");
        if (UnreachableSource().IsMatch(output))
            return new CommandException(
                ExitCode.Absent, $"no package source can be reached, and the runtime for {target.Rid} is not in the local package folder; allowed: a source that has it");
        return MissingSdk().IsMatch(output)
            ? new CommandException(ExitCode.Absent, "the .NET SDK is missing; allowed: .NET SDK 10 in PATH")
            : new CommandException(ExitCode.Failed, $"dotnet publish failed for {target.Rid}, see above");
    }

    /// <summary>NU1101: no such package; NU1102 and NU1103: not in this version; NU1100: neither.</summary>
    [GeneratedRegex(@"error NU110[0-3]: .*?((?:Microsoft|runtime)\.[\w.-]+)")]
    private static partial Regex MissingPackage();

    [GeneratedRegex(@"error NU1301: ")]
    private static partial Regex UnreachableSource();

    [GeneratedRegex(@"No \.NET SDKs were found|A compatible \.NET SDK was not found|The application 'publish' does not exist")]
    private static partial Regex MissingSdk();
}
