using System.CommandLine;
using System.CommandLine.Parsing;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Runs;

/// <summary>What an interrupted run was to measure, from the command that its file holds.</summary>
internal static class StoredRun
{
    private const string Where = "--resume";

    /// <exception cref="CommandException">The file does not say how it was measured, or an option given now says otherwise.</exception>
    public static RunSpecification Resumed(ResultFile stored, RunOptions options, ParseResult given)
    {
        RunSpecification run = Read(stored, Where);
        SpecificationOption[] repeated = [.. options.Given(given)];
        if (repeated.Length == 0)
            return run;
        RunSpecification asked = options.Read(given);
        return Array.Find(repeated, option => option.Write(asked) != option.Write(run)) is { } differing
            ? throw CommandException.Unusable($"{differing.Option.Name} differs from the stored run", Where, RunOptions.Command(run))
            : run;
    }

    /// <param name="where">The option that names the file.</param>
    /// <exception cref="CommandException">The file does not say how it was measured.</exception>
    public static RunSpecification Read(ResultFile stored, string where)
    {
        const string Begin = $"{RunOptions.Program} run";
        string command = stored.Command ?? "";
        var options = new RunOptions();
        var parser = new Command("run");
        foreach (SpecificationOption option in options.All)
            parser.Add(option.Option);
        ParseResult result = parser.Parse(
            command.StartsWith(Begin, StringComparison.Ordinal) ? [.. CommandLineParser.SplitCommandLine(command[Begin.Length..])] : [command],
            new ParserConfiguration { ResponseFileTokenReplacer = null });
        return result.Errors.Count == 0
            ? options.Read(result)
            : throw CommandException.Unusable($"the stored command '{command}' cannot be run here ({UnusableArguments.Explain(result).Message})", where, $"a file with a command that begins with {Begin}");
    }
}
