using System.ComponentModel;
using System.Diagnostics;

namespace GuidelineBench.Cli.Sdk;

/// <summary>The <c>dotnet</c> command.</summary>
internal static class Dotnet
{
    /// <summary>The host that runs this program, so that what it starts runs with the same one; else the one in PATH.</summary>
    public static string HostPath { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>Runs to the end.</summary>
    /// <param name="folder">The SDK's version is looked up from there.</param>
    /// <exception cref="CommandException">There is no such command.</exception>
    public static DotnetOutcome Run(string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = Prepare(folder, arguments);
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        return ToEnd(start);
    }

    /// <summary>Builds, whatever properties this process inherited and whatever a folder above the sources holds.</summary>
    /// <param name="folder">The SDK's version is looked up from there.</param>
    /// <exception cref="CommandException">There is no such command.</exception>
    public static DotnetOutcome Build(string folder, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = Prepare(folder, [.. arguments, "--disable-build-servers", "-noAutoResponse"]);
        BuildEnvironment.Clean(start.Environment);
        start.Environment["DOTNET_NOLOGO"] = start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        return ToEnd(start);
    }

    private static ProcessStartInfo Prepare(string folder, IEnumerable<string> arguments) => new(HostPath, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static DotnetOutcome ToEnd(ProcessStartInfo start)
    {
        using Process process = Start(start);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new DotnetOutcome(process.ExitCode, output + errors.Result);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new CommandException(ExitCode.Absent, $"the .NET SDK is missing: {start.FileName} cannot be started ({error.Message}); allowed: .NET SDK 10 in PATH", error);
        }
    }
}

/// <summary>How a <c>dotnet</c> command ended.</summary>
/// <param name="Output">What it printed, errors last.</param>
internal sealed record DotnetOutcome(int ExitCode, string Output);
